import { useForm, type SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { Textarea } from "#app/components/govuk/textarea.tsx";
import { ActionFields, actionFieldErrors, type OwnerGroups } from "#app/components/plan/action-fields.tsx";
import { toTypedAction, type ActionFormFields } from "#app/components/plan/action-schema.ts";
import type { WantedAction } from "#app/domain/plan/wanted-action.ts";
import { paths } from "#app/paths.ts";

interface ChangeFormProps {
  reference: string;
  action: WantedAction & { number: number; version: number; publicReason: string | null };
  owners: OwnerGroups;
  reply: SubmissionResult | undefined;
}

export function ChangeForm({ reference, action, owners, reply }: ChangeFormProps) {
  const [, fields] = useForm<ActionFormFields>({
    id: "change",
    lastResult: reply,
    defaultValue: { ...toTypedAction(action), publicReason: action.publicReason ?? "" },
  });
  return (
    <details className="govuk-details" open={reply !== undefined}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">Change the action</span>
      </summary>
      <ErrorSummary fields={[...actionFieldErrors(fields), fields.publicReason]} />
      <form method="post" action={paths.staff.planAction(reference, action.number)} noValidate>
        <input type="hidden" name="version" value={action.version} />
        <ActionFields fields={fields} owners={owners} />
        <Textarea
          field={fields.publicReason}
          label="What residents read of why it is late or dropped (optional)"
          rows={2}
        />
        <Button name="intent" value="change" look="secondary">
          Change the action
        </Button>
      </form>
    </details>
  );
}
