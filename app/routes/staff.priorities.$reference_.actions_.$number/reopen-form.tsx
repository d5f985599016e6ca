import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface ReopenFormProps {
  reference: string;
  action: { number: number; version: number; publicReason: string | null };
  reply: SubmissionResult | undefined;
}

/** The way back for an action that was done or dropped. */
export function ReopenForm({ reference, action, reply }: ReopenFormProps) {
  const { number, version, publicReason } = action;
  const [, { words }] = useForm<{ words: string }>({ id: "answer", lastResult: reply });
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">It is to be done after all</span>
      </summary>
      <ErrorSummary fields={[words]} />
      <form method="post" action={paths.staff.planAction(reference, number)} noValidate>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="state" value="open" />
        <input type="hidden" name="publicReason" value={publicReason ?? ""} />
        <Textarea
          field={words}
          label="Why, in a sentence"
          hint="Staff and whoever does it read this. Name nobody."
          rows={3}
        />
        <Button name="intent" value="answer" look="secondary">
          Open the action again
        </Button>
      </form>
    </details>
  );
}
