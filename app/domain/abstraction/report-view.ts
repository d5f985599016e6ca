import type { Chart } from "#app/domain/measure/chart.ts";
import { wholeForce, type RateArea } from "./area.ts";
import type { CodeSum } from "./cause.ts";
import type { Month } from "./month.ts";
import { partsFor, type PartLine, type Parts } from "./rate-parts.ts";
import type { RateReader } from "./rate-reader.ts";
import { ratesView, type RatesView } from "./rates-view.ts";
import type { AreaMonth } from "./sums.ts";

interface Read {
  sums: readonly AreaMonth[];
  restated: readonly Month[];
  codes: readonly CodeSum[];
  bcus: { rows: readonly AreaMonth[]; known: readonly RateArea[] };
  sections: { rows: readonly AreaMonth[]; known: readonly RateArea[] };
  teams: { rows: readonly AreaMonth[]; known: readonly RateArea[] };
}

/** A month of the force for the board. */
export interface ReportView {
  force: Pick<RatesView, "words" | "figure" | "change" | "causes" | "control">;
  charts: Chart[];
  bcus: Parts;
  sections: Parts;
  /** Teams over the target, the highest first; of the reader's area. */
  breaches: PartLine[];
  /** Teams of the reader's area with a rate. */
  teams: number;
}

export function reportView(
  { bcus, sections, teams, ...read }: Read,
  { month, reader }: { month: Month; reader: Pick<RateReader, "isBanded"> },
): ReportView {
  const asked = { month, reader };
  const { charts, ...force } = ratesView(
    { ...read, hours: [], parts: [], known: null },
    { area: wholeForce, ...asked },
  );
  const { lines } = partsFor(teams.rows, teams.known, asked);
  const rated = lines.filter(({ figure }) => figure?.rate != null);
  return {
    force,
    charts,
    bcus: partsFor(bcus.rows, bcus.known, asked),
    sections: partsFor(sections.rows, sections.known, asked),
    breaches: rated.filter(({ figure }) => figure?.rate?.isBreach === true),
    teams: rated.length,
  };
}
