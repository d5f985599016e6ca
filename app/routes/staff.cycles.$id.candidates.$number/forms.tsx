import { Button } from "#app/components/govuk/button.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { CandidateWordsFields } from "#app/components/staff/candidate-fields.tsx";
import { criterionWords, marks, type Criterion } from "#app/domain/candidate/score.ts";
import { CandidateForm, type FormTarget } from "./candidate-form.tsx";
import type { CardFields, DecisionFields, MarkFields } from "./schemas.ts";

interface FormProps<Fields> extends FormTarget {
  fields: Readonly<Record<keyof Fields, Field>>;
}

/** What residents read of a candidate beside the vote. */
export function CardForm({ fields, ...form }: FormProps<CardFields>) {
  return (
    <CandidateForm {...form} intent="card">
      <CandidateWordsFields title={fields.title} statement={fields.statement} />
      <Textarea
        field={fields.trendWords}
        label="What the figures show"
        hint="Or that there are none"
        rows={3}
      />
      <TextInput field={fields.trendSource} label="Where the figures are from" autoComplete="off" />
      <Textarea field={fields.partnersWords} label="What police and partners already do" rows={3} />
      <Textarea field={fields.harmWords} label="Who is harmed, and how" rows={3} />
      <Textarea
        field={fields.underHeardWords}
        label="Whom it affects who are seldom heard"
        hint="“Nobody more than others” is an answer"
        rows={3}
      />
      <Button>Save the card</Button>
    </CandidateForm>
  );
}

const marked: readonly { criterion: Criterion; field: keyof MarkFields }[] = [
  { criterion: "evidence", field: "scoreEvidence" },
  { criterion: "harm", field: "scoreHarm" },
  { criterion: "under-heard", field: "scoreUnderHeard" },
  { criterion: "within-reach", field: "scoreChangeable" },
  { criterion: "not-in-hand", field: "scoreNotInHand" },
];
const items = marks.map((mark) => ({ value: String(mark), words: String(mark) }));

/** The marks that people give; support is worked out from the ballots. */
export function MarksForm({ fields, ...form }: FormProps<MarkFields>) {
  return (
    <CandidateForm {...form} intent="marks">
      {marked.map(({ criterion, field }) => (
        <Select
          key={criterion}
          field={fields[field]}
          label={criterionWords[criterion].name}
          hint={criterionWords[criterion].hint}
          nothing="Not marked"
          groups={[{ label: "", items }]}
        />
      ))}
      <p>
        {criterionWords.support.name}: {criterionWords.support.hint}.
      </p>
      <Button look="secondary">Save the marks</Button>
    </CandidateForm>
  );
}

export function DecisionForm({ fields, ...form }: FormProps<DecisionFields>) {
  return (
    <CandidateForm {...form} intent="decide">
      <Radios
        field={fields.decision}
        legend="Does it go on the shortlist?"
        hint="You can change this until the vote opens."
        items={[
          { value: "on", label: "Yes", hint: "Its card must be whole" },
          { value: "off", label: "No, it is left off" },
        ]}
      />
      <Textarea field={fields.reason} label="Why it is left off" hint="Residents read it" rows={3} />
      <Button look="secondary">Save the decision</Button>
    </CandidateForm>
  );
}
