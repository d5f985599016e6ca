import { useForm, type SubmissionResult } from "@conform-to/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ReasonForm } from "#app/components/staff/reason-form.tsx";
import { paths } from "#app/paths.ts";

interface CancelFormProps {
  meeting: { reference: string; version: number };
  reply: SubmissionResult | undefined;
}

export function CancelForm({ meeting, reply }: CancelFormProps) {
  const [, { reason }] = useForm<{ reason: string }>({ id: "cancel", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={[reason]} />
      <ReasonForm
        summary="Cancel the meeting"
        isOpen={reply !== undefined}
        to={paths.staff.meeting(meeting.reference)}
        version={meeting.version}
        field={reason}
        label="Why is it cancelled?"
        hint="Residents read this. Name nobody."
        button={{ name: "intent", value: "cancel", words: "Cancel the meeting" }}
      />
    </>
  );
}
