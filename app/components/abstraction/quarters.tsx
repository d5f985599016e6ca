import { periodInWords } from "#app/domain/abstraction/publishing.ts";
import type { PublishedFigure } from "#app/domain/abstraction/published-series.ts";
import type { ShownFigure } from "#app/domain/abstraction/shown-figure.ts";
import { promised, spentLabel } from "#app/domain/abstraction/spent-words.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { drawQuarters } from "./draw-quarters.ts";
import { QuarterSvg } from "./quarter-svg.tsx";

type Quarter = PublishedFigure<ShownFigure>;

const drawn = ({ startsOn, latest: { shown } }: Quarter) => ({
  startsOn,
  spentTenths: shown.rate === null ? null : 1_000 - shown.rate.tenths,
  band: shown.band,
  isBelow: shown.isBreach === true,
  label: shown.spent === null ? "–" : spentLabel(shown.spent, shown.band),
});

const withoutComma = (spent: string) => spent.replace(/,$/, "");
const keptWords = (isBreach: boolean | null) =>
  isBreach === null ? "No duty recorded" : isBreach ? "Not kept" : "Kept";
const otherWork = ({ rate, band }: ShownFigure) => rate?.words ?? band ?? "No figure";

/** What there is to know of a quarter besides its figure. */
function notesOf({ latest, revisions, version }: Quarter, earlier: Quarter | undefined): string {
  const before = revisions.at(-2);
  return [
    earlier === undefined || earlier.version === version
      ? null
      : `Worked out with version ${version} of what counts, wholly or in part: not to be compared with the quarters before.`,
    latest.shown.isProvisional ? "Provisional." : null,
    latest.restatement,
    before === undefined ? null : `Before: ${otherWork(before.shown)}.`,
    `Published on ${dayInWords(latest.publishedOn)}.`,
  ]
    .filter((note) => note !== null)
    .join(" ");
}

/** Quarter after quarter, drawn against the promise, with the same as a table. */
export function Quarters({ name, quarters }: { name: string; quarters: readonly Quarter[] }) {
  const title = `Of every 100 duty hours, how many ${name} got`;
  return (
    <figure className="sn-chart sn-chart--full" aria-labelledby="quarters">
      <h2 id="quarters" className="govuk-heading-m">
        Quarter by quarter
      </h2>
      <p className="sn-chart__unit" aria-hidden="true">
        of every 100 duty hours, by the quarter’s first month; the dashed line is the promise, {promised}
      </p>
      <QuarterSvg
        drawing={drawQuarters(quarters.map(drawn))}
        title={title}
        description={descriptionOf(quarters)}
      />
      <DataTable
        caption={`${title}: the figures`}
        isCaptionHidden
        columns={["Quarter", "For the neighbourhood", "Other work", "Promise", "Notes"]}
        rows={[...quarters].reverse().map((quarter, at) => {
          const { shown } = quarter.latest;
          return {
            key: quarter.startsOn,
            cells: [
              periodInWords("quarter", quarter.startsOn),
              shown.spent === null ? "No figure" : `${withoutComma(shown.spent)} of every 100`,
              otherWork(shown),
              keptWords(shown.isBreach),
              notesOf(quarter, quarters[quarters.length - at - 2]),
            ],
          };
        })}
      />
    </figure>
  );
}

function descriptionOf(quarters: readonly Quarter[]): string {
  const said = quarters.map(({ startsOn, latest: { shown } }) =>
    shown.spent === null
      ? `${periodInWords("quarter", startsOn)}: no figure`
      : `${periodInWords("quarter", startsOn)}: ${withoutComma(shown.spent)}`,
  );
  return `The promise is at least ${promised}. ${said.join("; ")}.`;
}
