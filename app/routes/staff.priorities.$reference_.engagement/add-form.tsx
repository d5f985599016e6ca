import { useForm } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { Details } from "#app/components/govuk/details.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { paths } from "#app/paths.ts";
import type { ActivityFields } from "./acts.ts";
import { activityFieldErrors, ActivityFieldset } from "./activity-fields.tsx";
import type { FormProps, Owners } from "./page-data.ts";

export function AddForm({ reference, version, reply, owners }: FormProps & { owners: Owners }) {
  const [, fields] = useForm<ActivityFields>({ id: "add", lastResult: reply });
  return (
    <>
      <ErrorSummary fields={activityFieldErrors(fields)} />
      <Details summary="Add an activity" isOpen={reply !== undefined}>
        <form method="post" action={paths.staff.engagement(reference)} noValidate>
          <input type="hidden" name="version" value={version} />
          <ActivityFieldset fields={fields} owners={owners} />
          <Button name="intent" value="add">
            Add the activity
          </Button>
        </form>
      </Details>
    </>
  );
}
