import type { Field } from "./field.ts";

/** The first thing wrong with a field, beside it. */
export function ErrorMessage({ field }: { field: Pick<Field, "errors" | "errorId"> }) {
  const message = field.errors?.[0];
  if (message === undefined) return null;
  return (
    <p id={field.errorId} className="govuk-error-message">
      <span className="govuk-visually-hidden">Error:</span> {message}
    </p>
  );
}
