import { useForm, type SubmissionResult } from "@conform-to/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ReasonForm } from "#app/components/staff/reason-form.tsx";
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
      <ReasonForm
        summary="Terminate the agreement"
        isOpen={reply !== undefined}
        to={paths.tasking.agreement(reference)}
        version={version}
        field={reason}
        label="Why does it end?"
        hint="Name nobody"
        button={{ name: "intent", value: "terminate", words: "Terminate the agreement" }}
      >
        <p>
          Every partner that shares by it alone loses joint work this minute. A terminated agreement never
          comes back: draft another one.
        </p>
      </ReasonForm>
    </section>
  );
}
