import { useForm } from "@conform-to/react";
import { Details } from "#app/components/govuk/details.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { carriedOutcomes, carriedOutcomeWords } from "#app/domain/tasking/action.ts";
import { RecordForm, type ItemGroups, type RecordFormProps } from "./record-form.tsx";

type Fields = Record<
  "actionId" | "outcome" | "words" | "agencyId" | "position" | "publicLine" | "withheldReason",
  string
> & { dueOn: DayParts | undefined };

interface CarriedFormProps extends RecordFormProps {
  agencies: ItemGroups;
  /** Those without an outcome. */
  actions: readonly { value: string; words: string }[];
}

/** What became of an action from last time. */
export function CarriedForm({ agencies, actions, ...props }: CarriedFormProps) {
  const [, fields] = useForm<Fields>({ id: "carried", lastResult: props.reply });
  const { actionId, outcome, words, agencyId, position, publicLine, withheldReason, dueOn } = fields;
  const all = [
    actionId,
    outcome,
    words,
    dateFieldError(dueOn),
    agencyId,
    position,
    publicLine,
    withheldReason,
  ];
  return (
    <RecordForm
      of={props}
      intent="carried"
      title="What became of the last actions"
      keys="Ctrl Shift 4"
      fields={all}
      save="Write down what became of it"
    >
      <Select
        field={actionId}
        label="Which action?"
        nothing="Choose"
        groups={[{ label: "", items: actions }]}
      />
      <Radios
        field={outcome}
        legend="What became of it?"
        items={carriedOutcomes.map((value) => ({ value, label: carriedOutcomeWords[value] }))}
      />
      <Textarea field={words} label="What came of it, or why?" rows={2} />
      <Details summary="It goes on or is given on" isOpen={props.reply !== undefined}>
        <DateField field={dueOn} legend="By when?" hint="For example, 27 3 2027" />
        <Select field={agencyId} label="Given to which agency?" nothing="Nobody else" groups={agencies} />
        <TextInput field={position} label="Which position there?" />
      </Details>
      <Details summary="It is done, and serves a local priority" isOpen={props.reply !== undefined}>
        <TextInput
          field={publicLine}
          label="What residents may read of it"
          hint="One line, without names: “The lights on the rec were repaired”"
        />
        <TextInput field={withheldReason} label="Or why they read nothing" />
      </Details>
    </RecordForm>
  );
}
