import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
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
    <Details summary="Cancel the meeting" isOpen={reply !== undefined}>
      <form method="post" action={paths.tasking.changeMeeting(reference)} noValidate>
        <input type="hidden" name="version" value={version} />
        <Textarea
          field={reason}
          label="Why is it cancelled?"
          hint="Those who are asked read this on its page; the mail says only that it is cancelled."
          rows={3}
        />
        <Button name="intent" value="cancel" look="secondary">
          Cancel the meeting
        </Button>
      </form>
    </Details>
  );
}
