import { useForm } from "@conform-to/react";
import { Link } from "@remix-run/react";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";
import { RecordForm, type RecordFormProps } from "./record-form.tsx";

interface CorrectFormProps extends RecordFormProps {
  entry: { number: number; kind: string; words: string; reason: string | null };
}

/** Puts an entry right by another that takes its place. */
export function CorrectForm({ entry, ...props }: CorrectFormProps) {
  const [, { words, reason }] = useForm<Record<"words" | "reason", string>>({
    id: props.mending?.formId ?? "correct",
    lastResult: props.reply,
    defaultValue: { words: entry.words, reason: entry.reason ?? "" },
  });
  return (
    <RecordForm
      of={props}
      intent="correct"
      title={`Put entry ${entry.number} right`}
      save="Write it down in its place"
    >
      <input type="hidden" name="replaces" value={entry.number} />
      <Textarea
        field={words}
        label="What should it say?"
        hint="What was written stays, marked as put right."
        rows={3}
      />
      {entry.kind === "decision" ? <Textarea field={reason} label="Why?" rows={2} /> : null}
      {props.mending === undefined ? (
        <p>
          <Link className="govuk-link" to={paths.tasking.record(props.reference)}>
            Leave it as it is
          </Link>
        </p>
      ) : null}
    </RecordForm>
  );
}
