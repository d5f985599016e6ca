import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface ResultProps {
  improvement: { id: string; version: number };
  /** The figures at its opening and its closing, in a sentence. */
  figures: string;
  result: string | null;
  mayWrite: boolean;
  reply: SubmissionResult | undefined;
}

/** What came of a closed improvement, and the form to say what made the difference. */
export function Result({ improvement: { id, version }, figures, result, mayWrite, reply }: ResultProps) {
  const [, field] = useForm<{ result: string }>({
    id: "result",
    lastResult: reply,
    defaultValue: { result: result ?? "" },
  });
  return (
    <section>
      <h2 className="govuk-heading-m">What came of it</h2>
      <p>{figures}</p>
      <p>{result ?? "Nobody has said yet what made the difference."}</p>
      {mayWrite ? (
        <details className="govuk-details sn-no-print" open={result === null || reply !== undefined}>
          <summary className="govuk-details__summary">
            <span className="govuk-details__summary-text">Say what made the difference</span>
          </summary>
          <ErrorSummary fields={[field.result]} />
          <form method="post" action={paths.abstractions.improvement(id)} noValidate>
            <input type="hidden" name="version" value={version} />
            <Textarea
              field={field.result}
              label="What made the difference"
              hint="Panels and partnerships read this. Name nobody."
              rows={4}
            />
            <Button name="intent" value="result">
              Record the result
            </Button>
          </form>
        </details>
      ) : null}
    </section>
  );
}
