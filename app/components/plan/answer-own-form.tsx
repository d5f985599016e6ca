import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import type { ActionState } from "#app/domain/plan/action.ts";

interface AnswerOwnFormProps {
  action: { version: number; state: ActionState };
  /** The address of the page, which takes the form. */
  to: string;
  reply: SubmissionResult | undefined;
}

/** A sentence and a button: what came of an action of one's own. */
export function AnswerOwnForm({ action: { version, state }, to, reply }: AnswerOwnFormProps) {
  const [, { words }] = useForm<{ words: string }>({ id: "answer", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[words]} />
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={words}
          label="What came of it?"
          hint="A sentence is enough. The team reads it. Name nobody."
          rows={3}
        />
        <Button name="state" value="done">
          It is done
        </Button>
        <details className="govuk-details" open={reply !== undefined}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">It is not done</span>
          </summary>
          <p>Write above what is in the way, then choose.</p>
          <div className="sn-staff__actions">
            {state === "blocked" ? (
              <Button look="secondary" name="state" value="open">
                It can go on
              </Button>
            ) : (
              <Button look="secondary" name="state" value="blocked">
                It is blocked
              </Button>
            )}
            <Button look="secondary" name="state" value="dropped">
              It will not be done
            </Button>
          </div>
        </details>
      </form>
    </>
  );
}
