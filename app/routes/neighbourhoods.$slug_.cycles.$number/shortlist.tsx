import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { paths } from "#app/paths.ts";

interface ShortlistProps {
  candidates: readonly {
    number: number;
    title: string;
    statement: string;
    raisers: number;
    score: string;
    became: string | null;
  }[];
  leftOff: readonly { title: string; reason: string }[];
}

/** What stood on the ballot paper with its advisory score, and what was left off and why. */
export function Shortlist({ candidates, leftOff }: ShortlistProps) {
  return (
    <section aria-labelledby="shortlist">
      <h2 className="govuk-heading-l" id="shortlist">
        The shortlist
      </h2>
      <p>Every problem is scored by the same rules. The score advises the panel and does not decide.</p>
      <DataTable
        caption="What could be chosen"
        isCaptionHidden
        columns={["Number", "What", "Raised by", "Score"]}
        rows={candidates.map(({ number, title, statement, raisers, score, became }) => ({
          key: String(number),
          cells: [
            number,
            <div key="what">
              <strong>
                {became === null ? (
                  title
                ) : (
                  <Link className="govuk-link" to={paths.priority(became)}>
                    {title}
                  </Link>
                )}
              </strong>
              <br />
              {statement}
            </div>,
            raisers,
            score,
          ],
        }))}
      />
      {leftOff.length === 0 ? null : (
        <>
          <h3 className="govuk-heading-m">Left off, and why</h3>
          <ul className="govuk-list govuk-list--bullet">
            {leftOff.map(({ title, reason }) => (
              <li key={title}>
                <strong>{title}</strong>: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
