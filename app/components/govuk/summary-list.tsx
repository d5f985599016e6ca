import type { ReactNode } from "react";

export function SummaryList({ rows }: { rows: readonly { term: string; value: ReactNode }[] }) {
  return (
    <dl className="govuk-summary-list">
      {rows.map(({ term, value }) => (
        <div key={term} className="govuk-summary-list__row">
          <dt className="govuk-summary-list__key">{term}</dt>
          <dd className="govuk-summary-list__value">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
