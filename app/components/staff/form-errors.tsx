import { ErrorSummary } from "#app/components/govuk/error-summary.tsx";
import { plainField } from "#app/components/govuk/field.ts";

/** The id of the part of a page that an error about no single field leads to. */
export const wholeFormId = "form";

/** What is wrong where it is about no field: a button that could not be obeyed. */
export function FormErrors({ messages }: { messages: readonly string[] | undefined }) {
  if (messages === undefined || messages.length === 0) return null;
  return <ErrorSummary fields={[{ ...plainField(wholeFormId), errors: [...messages] }]} />;
}
