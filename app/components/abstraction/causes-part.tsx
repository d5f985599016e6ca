import { DataTable } from "#app/components/staff/data-table.tsx";
import { ParetoSvg } from "#app/components/chart/pareto-svg.tsx";
import type { Cause } from "#app/domain/abstraction/cause.ts";
import type { Causes } from "#app/domain/abstraction/rates-view.ts";
import { hoursWords } from "#app/domain/abstraction/shares.ts";

const codeRows = (causes: readonly Cause[]) =>
  causes.map(({ key, words, shares, part, upTo }) => ({
    key,
    cells: [`${key} ${words}`, hoursWords(shares), part, upTo],
  }));

/** What the hours were taken for, as a Pareto chart with its table, and which response teams were covered. */
export function CausesPart({ causes: { codes, onlyInB, words, responseTeams } }: { causes: Causes }) {
  return (
    <section className="sn-rates__part">
      <h2 className="govuk-heading-m">What the hours went to</h2>
      {codes.length === 0 ? (
        <p>No hours were used for other work in this month.</p>
      ) : (
        <>
          {words === null ? null : <p>{words}</p>}
          <ParetoSvg
            causes={codes}
            title="Abstracted hours by code"
            description={`Bars from the greatest to the least, with a line of what they come to together. ${words ?? ""}`}
          />
          <DataTable
            caption="Codes that count in rate A"
            isCaptionHidden
            columns={["Code", "Taken", "Part of all", "With those above"]}
            rows={codeRows(codes)}
          />
        </>
      )}
      {onlyInB.length === 0 ? null : (
        <DataTable
          caption="Codes that count in rate B only"
          columns={["Code", "Taken", "Part of these", "With those above"]}
          rows={codeRows(onlyInB)}
        />
      )}
      <h3 className="govuk-heading-s">Whose shortfall caused it</h3>
      {responseTeams.length === 0 ? (
        <p>No response team was covered in this month.</p>
      ) : (
        <DataTable
          caption="Response cover (R1) by response team"
          isCaptionHidden
          columns={["Response team", "Covered", "Part of all cover"]}
          rows={responseTeams.map(({ key, words: name, shares, part }) => ({
            key,
            cells: [name, hoursWords(shares), part],
          }))}
        />
      )}
    </section>
  );
}
