import { useForm } from "@conform-to/react";
import { Select } from "#app/components/govuk/select.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { RecordForm, type RecordFormProps } from "./record-form.tsx";

export function NoteForm(props: RecordFormProps) {
  const [, { itemId, words }] = useForm<Record<"itemId" | "words", string>>({
    id: props.mending?.formId ?? "note",
    lastResult: props.reply,
    defaultValue: props.mending?.fields,
  });
  return (
    <RecordForm of={props} intent="note" title="Note" keys="Ctrl Shift 1" save="Write the note down">
      <Select field={itemId} label="On" nothing="Nothing on the agenda" groups={props.items} />
      <Textarea
        field={words}
        label="What was said?"
        hint="Problems and places. No names of offenders or victims, no MARAC or MAPPA business."
        rows={3}
      />
    </RecordForm>
  );
}
