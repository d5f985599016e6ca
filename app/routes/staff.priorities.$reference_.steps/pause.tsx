import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface PauseProps {
  plan: { reference: string; version: number };
  paused: { until: Day; reason: string } | null;
  may: { pause: boolean; resume: boolean };
  reply: SubmissionResult | undefined;
}

/** Why the work is paused and how it is taken up again, or the form to pause it. */
export function Pause({ plan, paused, may, reply }: PauseProps) {
  if (paused === null) return may.pause ? <PauseForm plan={plan} reply={reply} /> : null;
  return (
    <section>
      <h2 className="govuk-heading-m">Paused until {dayInWords(paused.until)}</h2>
      <p>{paused.reason}</p>
      {may.resume ? (
        <form method="post" action={paths.staff.planSteps(plan.reference)} noValidate>
          <input type="hidden" name="version" value={plan.version} />
          <Button name="intent" value="resume">
            Take the plan up again
          </Button>
        </form>
      ) : null}
    </section>
  );
}

function PauseForm({ plan, reply }: Pick<PauseProps, "plan" | "reply">) {
  const [, { until, reason }] = useForm<{ until: DayParts | undefined; reason: string }>({
    id: "pause",
    lastResult: reply,
  });
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Pause the plan</span>
      </summary>
      <ErrorSummary fields={[dateFieldError(until), reason]} />
      <form method="post" action={paths.staff.planSteps(plan.reference)} noValidate>
        <input type="hidden" name="version" value={plan.version} />
        <DateField
          field={until}
          legend="Until when"
          hint="Then it goes on by itself. For example, 27 3 2027"
        />
        <Textarea field={reason} label="Why" hint="Residents read this. Name nobody." rows={3} />
        <Button name="intent" value="pause" look="secondary">
          Pause the plan
        </Button>
      </form>
    </details>
  );
}
