import type { SubmissionResult } from "@conform-to/react";
import { replyFor } from "./acts.ts";
import { ApproveForm, EvaluateForm, Missing } from "./decide.tsx";
import type { FormProps, ShownPlan } from "./page-data.ts";

interface EndsProps {
  form: Pick<FormProps, "reference" | "version">;
  plan: ShownPlan;
  may: { approve: boolean; evaluate: boolean };
  missing: readonly string[];
  unfinished: readonly string[];
  reply: SubmissionResult | undefined;
}

/** What is decided about the whole plan: its approval, then what was learned. */
export function Ends({ form, plan: { state, evaluation }, may, missing, unfinished, reply }: EndsProps) {
  if (state === "draft")
    return (
      <>
        <h2 className="govuk-heading-m">Approval</h2>
        <Missing before="Before an inspector can approve this plan:" missing={missing} />
        {missing.length === 0 ? <p>This plan is ready for the inspector to approve.</p> : null}
        {may.approve ? <ApproveForm {...form} /> : null}
      </>
    );
  return (
    <>
      <h2 className="govuk-heading-m">Evaluation</h2>
      {evaluation === null ? null : <p>{evaluation}</p>}
      {state === "evaluated" ? null : (
        <Missing before="Before this plan can be evaluated:" missing={unfinished} />
      )}
      {may.evaluate ? <EvaluateForm {...form} reply={replyFor(reply, "evaluate")} /> : null}
    </>
  );
}
