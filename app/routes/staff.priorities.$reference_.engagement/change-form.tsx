import { useForm } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { paths } from "#app/paths.ts";
import type { ActivityFields } from "./acts.ts";
import { activityFieldErrors, ActivityFieldset } from "./activity-fields.tsx";
import type { FormProps, Owners } from "./page-data.ts";
import type { ShownActivity } from "./shown-activity.ts";

interface ChangeFormProps extends FormProps {
  activity: ShownActivity;
  owners: Owners;
}

/** A stored activity as the form shows it. */
const toTyped = ({ ownerId, agencyId, heldOn, targetReach, costPence, ...activity }: ShownActivity) => ({
  purpose: activity.purpose,
  method: activity.method,
  audience: activity.audience,
  place: activity.place ?? "",
  hours: activity.hours ?? "",
  formatAndLanguage: activity.formatAndLanguage,
  owner: ownerId !== null ? `staff:${ownerId}` : agencyId !== null ? `agency:${agencyId}` : "",
  heldOn: heldOn === null ? undefined : partsOfDay(heldOn),
  targetReach: targetReach?.toString() ?? "",
  cost: costPence === null ? "" : String(costPence / 100),
});

export function ChangeForm({ reference, version, reply, activity, owners }: ChangeFormProps) {
  const [, fields] = useForm<ActivityFields>({
    id: `change-${activity.number}`,
    lastResult: reply,
    defaultValue: toTyped(activity),
  });
  return (
    <>
      <ErrorSummary fields={activityFieldErrors(fields)} />
      <Details summary={`Change activity ${activity.number}`} isOpen={reply !== undefined}>
        <form method="post" action={paths.staff.engagement(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="activityId" value={activity.id} />
          <ActivityFieldset fields={fields} owners={owners} />
          <Button name="intent" value="change">
            Change the activity
          </Button>
        </form>
      </Details>
    </>
  );
}
