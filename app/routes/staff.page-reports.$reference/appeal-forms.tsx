import type { SubmissionResult } from "@conform-to/react";
import { Button } from "#app/components/govuk/button.tsx";
import { keepReasons, takeDownReasons } from "#app/domain/page-report/reasons.ts";
import { paths } from "#app/paths.ts";
import { ReasonForm } from "./reason-form.tsx";

interface AppealFormsProps {
  reference: string;
  mayAppeal: boolean;
  mayHear: boolean;
  /** Whether the decision in force is to take it down. */
  isDecidedTakeDown: boolean;
  reply: SubmissionResult | undefined;
}

/** Asking for an appeal on somebody's behalf, and deciding one. */
export function AppealForms({ reference, mayAppeal, mayHear, isDecidedTakeDown, reply }: AppealFormsProps) {
  const action = paths.staff.pageReport(reference);
  return (
    <>
      {mayAppeal ? (
        <form method="post" action={action}>
          <h2 className="govuk-heading-m">Somebody thinks that this is wrong</h2>
          <Button look="secondary" name="intent" value="appeal">
            Ask somebody else to decide
          </Button>
        </form>
      ) : null}
      {mayHear ? (
        <>
          <h2 className="govuk-heading-m">Decide the appeal</h2>
          <form method="post" action={action}>
            <Button look="secondary" name="intent" value="uphold">
              {isDecidedTakeDown ? "It stays down" : "It stays as it is"}
            </Button>
          </form>
          <ReasonForm
            reference={reference}
            intent="change"
            legend={isDecidedTakeDown ? "Put it back, because" : "Take it down, because"}
            reasons={isDecidedTakeDown ? keepReasons : takeDownReasons}
            button={isDecidedTakeDown ? "Put it back" : "Take it down"}
            reply={reply}
          />
        </>
      ) : null}
    </>
  );
}
