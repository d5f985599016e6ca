import type { SubmissionResult } from "@conform-to/react";
import { Activity } from "./activity.tsx";
import { replyFor } from "./acts.ts";
import { AddForm } from "./add-form.tsx";
import { ChangeForm } from "./change-form.tsx";
import type { FormProps, Owners, ShownPlan } from "./page-data.ts";
import { RecordForm } from "./record-form.tsx";
import type { ShownActivity } from "./shown-activity.ts";

interface ActivitiesProps {
  form: Pick<FormProps, "reference" | "version">;
  plan: ShownPlan;
  activities: readonly ShownActivity[];
  /** Null for whoever may only read. */
  owners: Owners | null;
  reply: SubmissionResult | undefined;
}

/** What is done to reach people, each with the forms of whoever may change it. */
export function Activities({ form, plan, activities, owners, reply }: ActivitiesProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Activities</h2>
      {activities.length === 0 ? <p>There are none yet.</p> : null}
      {activities.map((activity) => (
        <section
          key={activity.id}
          className="sn-engagement__activity"
          aria-labelledby={`activity-${activity.number}`}
        >
          <Activity activity={activity} />
          {owners === null ? null : (
            <>
              {activity.actualReach === null ? (
                <ChangeForm
                  {...form}
                  activity={activity}
                  owners={owners}
                  reply={replyFor(reply, "change", activity.id)}
                />
              ) : null}
              {plan.state === "draft" ? null : (
                <RecordForm {...form} activity={activity} reply={replyFor(reply, "record", activity.id)} />
              )}
            </>
          )}
        </section>
      ))}
      {owners === null ? null : <AddForm {...form} owners={owners} reply={replyFor(reply, "add")} />}
    </>
  );
}
