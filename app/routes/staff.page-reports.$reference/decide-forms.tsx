import type { SubmissionResult } from "@conform-to/react";
import { keepReasons, takeDownReasons } from "#app/domain/page-report/reasons.ts";
import { ReasonForm } from "./reason-form.tsx";

interface DecideFormsProps {
  reference: string;
  takeDownReply: SubmissionResult | undefined;
  keepReply: SubmissionResult | undefined;
}

/** Taking down or keeping. In doubt one takes down: it can be put back. */
export function DecideForms({ reference, takeDownReply, keepReply }: DecideFormsProps) {
  return (
    <>
      <h2 className="govuk-heading-m">Decide</h2>
      <p>If you are in doubt, take it down: it leaves every public page at once and can be put back.</p>
      <ReasonForm
        reference={reference}
        intent="take-down"
        legend="Take it down, because"
        reasons={takeDownReasons}
        button="Take it down"
        reply={takeDownReply}
      />
      <ReasonForm
        reference={reference}
        intent="keep"
        legend="Keep it, because"
        reasons={keepReasons}
        button="Keep it"
        look="secondary"
        reply={keepReply}
      />
    </>
  );
}
