import { useForm, type SubmissionResult } from "@conform-to/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ReasonForm } from "#app/components/staff/reason-form.tsx";

interface DeclineFormProps {
  version: number;
  to: string;
  reply: SubmissionResult | undefined;
}

/** Why an agency does not do what it was asked. */
export function DeclineForm({ version, to, reply }: DeclineFormProps) {
  const [, { words }] = useForm<{ words: string }>({ id: "decline", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[words]} />
      <ReasonForm
        summary="We cannot do it"
        isOpen={reply !== undefined}
        to={to}
        version={version}
        field={words}
        label="Why not?"
        hint="A sentence is enough. The group reads it, and gives the action to somebody else or drops it. Name nobody."
        button={{ name: "answer", value: "rejected", words: "Decline it" }}
      />
    </>
  );
}
