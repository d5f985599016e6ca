import { DataTable } from "#app/components/staff/data-table.tsx";
import { paretoInWords, type Cause } from "#app/domain/abstraction/cause.ts";
import { hoursWords } from "#app/domain/abstraction/shares.ts";

interface CausesProps {
  /** "from July 2026 to October 2026". */
  months: string;
  codes: readonly Cause[];
  teams: readonly Cause[];
}

/** What the team was used for in the months concerned, and which response team's shortfall it filled. */
export function Causes({ months, codes, teams }: CausesProps) {
  const sentence = paretoInWords(codes);
  return (
    <section>
      <h2 className="govuk-heading-m">What causes it</h2>
      {sentence === null ? (
        <p>Nothing that counts was logged {months}.</p>
      ) : (
        <p>
          What was logged {months}: {sentence}
        </p>
      )}
      <Pareto caption="What the team was used for" column="Work" causes={codes} hasKeys />
      <Pareto caption="Whose shortfall it filled" column="Response team" causes={teams} hasKeys={false} />
    </section>
  );
}

interface ParetoProps {
  caption: string;
  column: string;
  causes: readonly Cause[];
  hasKeys: boolean;
}

function Pareto({ caption, column, causes, hasKeys }: ParetoProps) {
  if (causes.length === 0) return null;
  return (
    <DataTable
      caption={caption}
      columns={[column, "Hours", "Share", "Together"]}
      rows={causes.map(({ key, words, shares, part, upTo }) => ({
        key,
        cells: [hasKeys ? `${key}, ${words}` : words, hoursWords(shares), part, upTo],
      }))}
    />
  );
}
