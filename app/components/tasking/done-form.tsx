import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { LineFields } from "./line-fields.tsx";

interface DoneFormProps {
  version: number;
  /** The address of the page, which takes the form. */
  to: string;
  agency: string;
  /** Whether the action serves a priority, on whose page residents read of it. */
  hasPage: boolean;
  reply: SubmissionResult | undefined;
}

/** What came of an action, and what residents may read of it. */
export function DoneForm({ version, to, agency, hasPage, reply }: DoneFormProps) {
  const [, { words, publicLine, withheldReason }] = useForm<
    Record<"words" | "publicLine" | "withheldReason", string>
  >({ id: "done", lastResult: reply });
  return (
    <section aria-labelledby="it-is-done">
      <h2 className="govuk-heading-m" id="it-is-done">
        It is done
      </h2>
      <ErrorSummary fields={[words, publicLine, withheldReason]} />
      <form method="post" action={to} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={words}
          label="What came of it?"
          hint="A sentence is enough. The group reads it. Name nobody."
          rows={3}
        />
        {hasPage ? <LineFields fields={{ publicLine, withheldReason }} agency={agency} /> : null}
        <Button name="answer" value="done">
          It is done
        </Button>
      </form>
    </section>
  );
}
