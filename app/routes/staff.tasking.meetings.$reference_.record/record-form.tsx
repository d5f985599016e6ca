import type { SubmissionResult } from "@conform-to/react";
import { useState, type ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { fieldsOf, firstFieldOf, isBlank } from "#app/components/tasking/record-fields.ts";
import type { RecordingForm } from "#app/components/tasking/record-schema.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { paths } from "#app/paths.ts";
import { recordFormId } from "./acts.ts";

/** What each of the page's forms needs. */
export interface RecordFormProps {
  reference: string;
  /** Made for what is written next. */
  recordKey: string;
  reply: SubmissionResult | undefined;
  /** Takes the form where script is at work. */
  onTake: (form: HTMLFormElement) => void;
  items: ItemGroups;
  /** What was refused and is mended in its place, in a form of its own beside the page's. */
  mending?: Mending;
}

interface Mending {
  formId: string;
  fields: Readonly<Record<string, string>>;
}

/** The date of what is mended, as its field wants it. */
export const dueOnOf = ({ fields }: Mending): DayParts => ({
  day: fields["dueOn.day"] ?? "",
  month: fields["dueOn.month"] ?? "",
  year: fields["dueOn.year"] ?? "",
});

/** The agenda as a field offers it. */
export type ItemGroups = readonly { label: string; items: readonly { value: string; words: string }[] }[];

interface FrameProps {
  of: RecordFormProps;
  intent: RecordingForm["intent"];
  title: string;
  /** The keys that lead here, as they are read. */
  keys?: string;
  save: string;
  children: ReactNode;
}

/** One thing that is written down: its form, with the key that makes it be written once. */
export function RecordForm({ of, intent, title, keys, save, children }: FrameProps) {
  const { reference, recordKey, mending, onTake } = of;
  const formId = mending?.formId ?? intent;
  const [isNothing, setNothing] = useState(false);
  // Keys lead nowhere before script is at work.
  const isHydrated = useHydrated();
  const shown = isHydrated && mending === undefined ? keys : undefined;
  return (
    <section
      className="sn-record__part"
      // Several of a kind may be mended at once: the page's own alone are landmarks.
      aria-labelledby={mending === undefined ? `${formId}-title` : undefined}
      aria-keyshortcuts={shown?.replace("Ctrl", "Control").replaceAll(" ", "+")}
    >
      <h2 className="govuk-heading-m" id={`${formId}-title`}>
        {mending === undefined ? title : `${title}: put it right`}
        {shown === undefined ? null : (
          <kbd className="sn-record__keys" aria-hidden="true">
            {shown}
          </kbd>
        )}
      </h2>
      <form
        id={recordFormId(formId)}
        method="post"
        action={paths.tasking.record(reference)}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const isEmpty = isBlank(intent, fieldsOf(form));
          setNothing(isEmpty);
          // A key that is pressed twice writes nothing down, and there is nothing to mend.
          if (isEmpty) firstFieldOf(form)?.focus();
          else onTake(form);
        }}
      >
        <input type="hidden" name="intent" value={intent} />
        <input type="hidden" name="key" defaultValue={recordKey} />
        {children}
        <p role="status" className={isNothing ? "govuk-error-message" : undefined}>
          {isNothing ? "Nothing is written here yet." : ""}
        </p>
        <Button>{save}</Button>
      </form>
    </section>
  );
}
