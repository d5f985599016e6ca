import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { dateFieldError } from "#app/components/staff/date-field.tsx";
import { MeetingPlanFieldset } from "#app/components/staff/meeting-plan-fields.tsx";
import type { MeetingPlanFields } from "#app/components/staff/meeting-plan-schema.ts";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface CallPanelProps {
  reference: string;
  mostDays: number;
  today: Day;
  reply: SubmissionResult | undefined;
}

/** Residents have answered: the panel is called to decide. */
export function CallPanel({ reference, mostDays, today, reply }: CallPanelProps) {
  const [, fields] = useForm<MeetingPlanFields>({
    id: "call-panel",
    lastResult: reply,
    defaultValue: { heldOn: partsOfDay(today), writtenVoteDays: String(mostDays) },
  });
  const { format, heldOn, writtenVoteDays } = fields;
  return (
    <section aria-labelledby="call">
      <h2 className="govuk-heading-m" id="call">
        Call the panel to decide
      </h2>
      <ErrorSummary fields={[format, dateFieldError(heldOn), writtenVoteDays]} />
      <form method="post" action={paths.staff.feedback(reference)} noValidate>
        <input type="hidden" name="intent" value="convene" />
        <MeetingPlanFieldset
          format={format}
          heldOn={heldOn}
          writtenVoteDays={writtenVoteDays}
          mostDays={mostDays}
        />
        <Button>Call the panel</Button>
      </form>
    </section>
  );
}
