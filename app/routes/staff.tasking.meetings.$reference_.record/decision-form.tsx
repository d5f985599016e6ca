import { useForm } from "@conform-to/react";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { RecordForm, type RecordFormProps } from "./record-form.tsx";

export function DecisionForm(props: RecordFormProps) {
  const [, { itemId, words, reason }] = useForm<Record<"itemId" | "words" | "reason", string>>({
    id: props.mending?.formId ?? "decision",
    lastResult: props.reply,
    defaultValue: props.mending?.fields,
  });
  return (
    <RecordForm
      of={props}
      intent="decision"
      title="Decision"
      keys="Ctrl Shift 2"
      save="Write the decision down"
    >
      <Select field={itemId} label="On" nothing="Nothing on the agenda" groups={props.items} />
      <Textarea field={words} label="What was decided?" rows={2} />
      <Textarea field={reason} label="Why?" rows={2} />
    </RecordForm>
  );
}
