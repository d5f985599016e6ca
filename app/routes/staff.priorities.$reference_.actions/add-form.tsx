import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { ActionFields, actionFieldErrors, type OwnerGroups } from "#app/components/plan/action-fields.tsx";
import type { ActionFormFields } from "#app/components/plan/action-schema.ts";
import { paths } from "#app/paths.ts";

interface AddFormProps {
  reference: string;
  owners: OwnerGroups;
  reply: SubmissionResult | undefined;
}

export function AddForm({ reference, owners, reply }: AddFormProps) {
  const [, fields] = useForm<ActionFormFields>({ id: "add", lastResult: reply });
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Add an action</span>
      </summary>
      <ErrorSummary fields={actionFieldErrors(fields)} />
      <form method="post" action={paths.staff.planActions(reference)} noValidate>
        <ActionFields fields={fields} owners={owners} />
        <Button>Add the action</Button>
      </form>
    </details>
  );
}
