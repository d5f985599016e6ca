import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import type { Field } from "#app/components/govuk/field.ts";
import type { RecordingForm } from "#app/components/tasking/record-schema.ts";
import { paths } from "#app/paths.ts";

/** What each of the page's forms needs. */
export interface RecordFormProps {
  reference: string;
  /** Made for what is written next. */
  recordKey: string;
  reply: SubmissionResult | undefined;
  /** Takes the form where script is at work. */
  onTake: (form: HTMLFormElement) => void;
  items: ItemGroups;
}

/** The agenda as a field offers it. */
export type ItemGroups = readonly { label: string; items: readonly { value: string; words: string }[] }[];

interface FrameProps {
  of: RecordFormProps;
  intent: RecordingForm["intent"];
  title: string;
  /** The keys that lead here, as they are read. */
  keys?: string;
  /** All of its fields, for what is wrong with them. */
  fields: readonly Field[];
  save: string;
  children: ReactNode;
}

/** One thing that is written down: its form, with the key that makes it be written once. */
export function RecordForm({ of, intent, title, keys, fields, save, children }: FrameProps) {
  const { reference, recordKey, reply, onTake } = of;
  return (
    <section className="sn-record__part" aria-labelledby={`${intent}-title`}>
      <h2 className="govuk-heading-m" id={`${intent}-title`}>
        {title}
        {keys === undefined ? null : <kbd className="sn-record__keys">{keys}</kbd>}
      </h2>
      {reply === undefined ? null : <ErrorSummary fields={fields} />}
      <form
        id={`record-${intent}`}
        method="post"
        action={paths.tasking.record(reference)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onTake(event.currentTarget);
        }}
      >
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="key" defaultValue={recordKey} />
        {children}
        <Button>{save}</Button>
      </form>
    </section>
  );
}
