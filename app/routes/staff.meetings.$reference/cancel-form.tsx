import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { paths } from "#app/paths.ts";

interface CancelFormProps {
  meeting: { reference: string; version: number };
  reply: SubmissionResult | undefined;
}

export function CancelForm({ meeting, reply }: CancelFormProps) {
  const [, { reason }] = useForm<{ reason: string }>({ id: "cancel", lastResult: reply });
  return (
    <Details summary="Cancel the meeting" isOpen={reply !== undefined}>
      <ErrorSummary fields={[reason]} />
      <form method="post" action={paths.staff.meeting(meeting.reference)} noValidate>
        <input type="hidden" name="version" value={meeting.version} />
        <Textarea
          field={reason}
          label="Why is it cancelled?"
          hint="Residents read this. Name nobody."
          rows={3}
        />
        <Button name="intent" value="cancel" look="secondary">
          Cancel the meeting
        </Button>
      </form>
    </Details>
  );
}
