import { useForm, type SubmissionResult } from "@conform-to/react";
import { ReasonForm } from "#app/components/staff/reason-form.tsx";
import { paths } from "#app/paths.ts";

interface CancelFormProps {
  reference: string;
  version: number;
  reply: SubmissionResult | undefined;
}

/** Calls a meeting off. */
export function CancelForm({ reference, version, reply }: CancelFormProps) {
  const [, { reason }] = useForm<{ reason: string }>({ id: "cancel", lastResult: reply });
  return (
    <ReasonForm
      summary="Cancel the meeting"
      isOpen={reply !== undefined}
      to={paths.tasking.changeMeeting(reference)}
      version={version}
      field={reason}
      label="Why is it cancelled?"
      hint="Those who are asked read this on its page; the mail says only that it is cancelled."
      button={{ name: "intent", value: "cancel", words: "Cancel the meeting" }}
    />
  );
}
