import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { MeetingFields, meetingFieldErrors } from "#app/components/meeting/meeting-fields.tsx";
import { toTyped, type MeetingFormFields } from "#app/components/meeting/meeting-schema.ts";
import type { MeetingKind } from "#app/domain/meeting/meeting.ts";
import { paths } from "#app/paths.ts";

interface ChangeFormProps {
  meeting: {
    reference: string;
    version: number;
    kind: MeetingKind;
    title: string;
    startsAt: Date;
    endsAt: Date;
    place: string | null;
    howToJoin: string | null;
    access: string;
    whoComes: string;
  };
  reply: SubmissionResult | undefined;
}

export function ChangeForm({ meeting, reply }: ChangeFormProps) {
  const [, fields] = useForm<MeetingFormFields>({
    id: "change",
    lastResult: reply,
    defaultValue: toTyped({
      ...meeting,
      place: meeting.place ?? "",
      joining: meeting.howToJoin ?? "",
      howToGetIn: meeting.access,
    }),
  });
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Change the meeting</span>
      </summary>
      <ErrorSummary fields={meetingFieldErrors(fields)} />
      <form method="post" action={paths.staff.meeting(meeting.reference)} noValidate>
        <input type="hidden" name="version" value={meeting.version} />
        <MeetingFields fields={fields} />
        <Button name="intent" value="change">
          Change the meeting
        </Button>
      </form>
    </details>
  );
}
