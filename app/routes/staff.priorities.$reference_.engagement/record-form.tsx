import { useForm } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Checkboxes } from "#app/components/govuk/checkboxes.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { TextInput } from "#app/components/govuk/text-input.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { DateField, dateFieldError } from "#app/components/staff/date-field.tsx";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { paths } from "#app/paths.ts";
import type { FormProps } from "./page-data.ts";
import type { ShownActivity } from "./shown-activity.ts";

type Fields = Record<"actualReach" | "heard" | "feedbackGiven" | "isCancelled", string> & {
  feedbackOn: DayParts | undefined;
};

/** What came of an activity. */
export function RecordForm({ reference, version, reply, activity }: FormProps & { activity: ShownActivity }) {
  const { number, feedbackOn: returnedOn } = activity;
  const [, { actualReach, heard, feedbackGiven, feedbackOn, isCancelled }] = useForm<Fields>({
    id: `record-${number}`,
    lastResult: reply,
    defaultValue: {
      actualReach: activity.actualReach?.toString() ?? "",
      heard: activity.heard,
      feedbackGiven: activity.feedbackGiven,
      feedbackOn: returnedOn === null ? undefined : partsOfDay(returnedOn),
      isCancelled: activity.isCancelled ? "yes" : "",
    },
  });
  return (
    <>
      <ErrorSummary fields={[actualReach, heard, feedbackGiven, dateFieldError(feedbackOn), isCancelled]} />
      <Details summary={`Record what came of activity ${number}`} isOpen={reply !== undefined}>
        <form method="post" action={paths.staff.engagement(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="activityId" value={activity.id} />
          <TextInput
            field={actualReach}
            label="How many people did it reach?"
            hint="Without the police and partners"
            width={10}
            inputMode="numeric"
          />
          <Textarea
            field={heard}
            label="What was heard?"
            hint="In your words. Residents read this: name nobody and quote nobody."
            rows={4}
          />
          <Textarea
            field={feedbackGiven}
            label="How were people told what came of it?"
            hint="Residents read this"
            rows={3}
          />
          <DateField
            field={feedbackOn}
            legend="Day on which they were told"
            hint="Leave empty if they have not been told yet. For example 27 3 2027"
          />
          <Checkboxes
            field={isCancelled}
            legend="Did it take place?"
            items={[{ value: "yes", label: "No, it was cancelled" }]}
          />
          <Button name="intent" value="record">
            Record this
          </Button>
        </form>
      </Details>
    </>
  );
}
