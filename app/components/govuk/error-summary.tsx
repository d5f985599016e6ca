import { useEffect, useRef, type ReactNode } from "react";
import type { Field } from "./field.ts";

/** Everything wrong with a form, first on the page, each line a link to its field. Takes the focus. */
export function ErrorSummary({ fields, children }: { fields: readonly Field[]; children?: ReactNode }) {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    summary.current?.focus();
  }, []);
  const problems = fields.flatMap(({ id, errors }) => (errors ?? []).map((message) => ({ id, message })));
  if (problems.length === 0) return null;
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1}>
      <div role="alert">
        <h2 className="govuk-error-summary__title">There is a problem</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {problems.map(({ id, message }) => (
              <li key={`${id} ${message}`}>
                <a href={`#${id}`}>{message}</a>
              </li>
            ))}
          </ul>
          {children}
        </div>
      </div>
    </div>
  );
}
