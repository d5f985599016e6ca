import { useForm } from "@conform-to/react";
import { Select } from "#app/components/govuk/select.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { taskingActionKinds, taskingActionKindWords } from "#app/domain/tasking/action.ts";
import { dueOnOf, RecordForm, type ItemGroups, type RecordFormProps } from "./record-form.tsx";

type Fields = Record<"itemId" | "kind" | "task" | "agencyId" | "position", string> & {
  dueOn: DayParts | undefined;
};

const kinds = [
  {
    label: "",
    items: taskingActionKinds.map((value) => ({ value, words: taskingActionKindWords[value] })),
  },
];

interface ActionFormProps extends RecordFormProps {
  agencies: ItemGroups;
  dueOn: DayParts;
}

/** An action of the tactical menu, given to an agency and a position by a day. */
export function ActionForm({ agencies, dueOn, ...props }: ActionFormProps) {
  const { mending, reply } = props;
  const [, fields] = useForm<Fields>({
    id: mending?.formId ?? "action",
    lastResult: reply,
    defaultValue: mending === undefined ? { dueOn } : { ...mending.fields, dueOn: dueOnOf(mending) },
  });
  const { itemId, kind, task, agencyId, position } = fields;
  return (
    <RecordForm of={props} intent="action" title="Action" keys="Ctrl Shift 3" save="Give the action">
      <Select field={itemId} label="On" nothing="Nothing on the agenda" groups={props.items} />
      <Textarea field={task} label="What is to be done?" rows={2} />
      <Select field={kind} label="What kind of action?" nothing="Choose" groups={kinds} />
      <Select field={agencyId} label="Which agency?" nothing="Choose" groups={agencies} />
      <TextInput field={position} label="Which position there?" hint="For example, street lighting officer" />
      <DateField field={fields.dueOn} legend="By when?" hint="For example, 27 3 2027" />
    </RecordForm>
  );
}
