import type { SubmissionResult } from "@conform-to/react";
import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { wholeFormId } from "./form-errors.tsx";

interface ReplySummaryProps {
  reply: SubmissionResult | undefined;
  /** The id that the form which was sent gives to `useForm`. */
  formId: string;
  /** Its dates, whose links lead to the day. */
  dates?: readonly string[];
  /** What is about the whole form. */
  messages?: readonly string[] | undefined;
}

/** What is wrong with whichever form of a page was sent, for the top of the page: without script one begins there. */
export function ReplySummary({ reply, formId, dates = [], messages = [] }: ReplySummaryProps) {
  const byField = Object.entries(reply?.error ?? {}).map(([name, errors]) => ({
    ...plainField(`${formId}-${name}${dates.includes(name) ? ".day" : ""}`),
    errors: errors ?? [],
  }));
  const fields = [{ ...plainField(wholeFormId), errors: [...messages] }, ...byField];
  return fields.some(({ errors }) => errors.length > 0) ? <ErrorSummary fields={fields} /> : null;
}
