import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface TerminateFormProps {
  agreement: { reference: string; version: number };
  reply: SubmissionResult | undefined;
}

/** Ends an agreement for all of its parties. */
export function TerminateForm({ agreement: { reference, version }, reply }: TerminateFormProps) {
  const [, { reason }] = useForm<{ reason: string }>({ id: "terminate", lastResult: reply });
  return (
    <section className="sn-no-print">
      <ErrorSummary fields={[reason]} />
      <Details summary="Terminate the agreement" isOpen={reply !== undefined}>
        <p>
          Every partner that shares by it alone loses joint work this minute. A terminated agreement never
          comes back: draft another one.
        </p>
        <form method="post" action={paths.tasking.agreement(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <Textarea field={reason} label="Why does it end?" hint="Name nobody" rows={3} />
          <Button name="intent" value="terminate" look="secondary">
            Terminate the agreement
          </Button>
        </form>
      </Details>
    </section>
  );
}
