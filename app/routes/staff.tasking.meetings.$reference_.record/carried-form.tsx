import { useForm } from "@conform-to/react";
import { Details } from "#app/components/govuk/details.tsx";
import { Radios } from "#app/components/govuk/radios.tsx";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField } from "#app/components/staff/date-field.tsx";
import { LineFields } from "#app/components/tasking/line-fields.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { carriedOutcomes, carriedOutcomeWords } from "#app/domain/tasking/action.ts";
import { dueOnOf, RecordForm, type ItemGroups, type RecordFormProps } from "./record-form.tsx";

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
  const { mending, reply } = props;
  const [, fields] = useForm<Fields>({
    id: mending?.formId ?? "carried",
    lastResult: reply,
    defaultValue: mending === undefined ? undefined : { ...mending.fields, dueOn: dueOnOf(mending) },
  });
  const isShown = reply !== undefined || mending !== undefined;
  const { actionId, outcome, words, agencyId, position, publicLine, withheldReason, dueOn } = fields;
  return (
    <RecordForm
      of={props}
      intent="carried"
      title="What became of the last actions"
      keys="Ctrl Shift 4"
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
      <Details summary="It goes on or is given on" isOpen={isShown}>
        <DateField field={dueOn} legend="By when?" hint="For example, 27 3 2027" />
        <Select field={agencyId} label="Given to which agency?" nothing="Nobody else" groups={agencies} />
        <TextInput field={position} label="Which position there?" />
      </Details>
      <Details summary="It is done, and serves a local priority" isOpen={isShown}>
        <LineFields fields={{ publicLine, withheldReason }} />
      </Details>
    </RecordForm>
  );
}
