import { firstFieldOf } from "#app/components/tasking/record-fields.ts";
import type { QueuedRecord } from "#app/components/tasking/use-recorder.ts";
import { ActionForm } from "./action-form.tsx";
import { CarriedForm } from "./carried-form.tsx";
import { CorrectForm } from "./correct-form.tsx";
import { DecisionForm } from "./decision-form.tsx";
import { recordFormId } from "./acts.ts";
import { NoteForm } from "./note-form.tsx";
import type { RecordView } from "./recording-desk.tsx";

interface MendFormProps {
  record: QueuedRecord;
  view: RecordView;
  onMend: (key: string, form: HTMLFormElement) => void;
}

/** What was refused, as a form of its own: what is begun in the page's forms stays as it is. */
export function MendForm({ record: { key, fields }, view, onMend }: MendFormProps) {
  const intent = fields["intent"];
  const props = {
    reference: view.reference,
    recordKey: key,
    reply: undefined,
    items: view.itemGroups,
    mending: { formId: `mend-${key}`, fields },
    onTake: (form: HTMLFormElement) => {
      onMend(key, form);
      // The form goes: one goes on in the page's own.
      const next = document.getElementById(recordFormId(intent ?? ""));
      if (next instanceof HTMLFormElement) firstFieldOf(next)?.focus();
    },
  };
  switch (intent) {
    case "note":
      return <NoteForm {...props} />;
    case "decision":
      return <DecisionForm {...props} />;
    case "action":
      return <ActionForm {...props} agencies={view.agencies} dueOn={view.dueOn} />;
    case "carried":
      return (
        <CarriedForm
          {...props}
          agencies={view.agencies}
          actions={view.carried.map(({ id, name, task }) => ({ value: id, words: `${name}: ${task}` }))}
        />
      );
    case undefined:
    default:
      return <CorrectForm {...props} entry={entryOf(fields, view)} />;
  }
}

/** The entry that a refused correction was of, with the words that were to take its place. */
function entryOf(fields: QueuedRecord["fields"], { entries }: RecordView) {
  const number = Number(fields["replaces"]);
  const entry = entries.find((one) => one.number === number);
  return {
    number,
    kind: entry?.kind ?? "decision",
    words: fields["words"] ?? "",
    reason: fields["reason"] ?? null,
  };
}
