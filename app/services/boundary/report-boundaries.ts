import type { EditionReport } from "#app/domain/edition/edition.ts";
import type { AreaChanges } from "./compare-areas.ts";
import type { MovedPostcodes } from "./moved-postcodes.server.ts";
import type { PlannedSuccession } from "./plan-successions.server.ts";

const mostMoves = 20;

const inWords = (code: string | null) => code ?? "(none)";

/** The counts of an import, and its changes as lines a person reads: "AV01 → AV02: 132 postcodes". */
export function reportBoundaries(
  read: number,
  changes: AreaChanges,
  successions: readonly PlannedSuccession[],
  moves: readonly MovedPostcodes[] | null,
  warnings: readonly string[],
): EditionReport {
  const changed = new Set([...changes.renamed.map(({ code }) => code), ...changes.reshaped]);
  const furtherMoves = (moves ?? []).slice(mostMoves);
  return {
    read,
    added: changes.added.length,
    changed: changed.size,
    gone: changes.gone.length,
    moved: (moves ?? []).reduce((sum, { postcodes }) => sum + postcodes, 0),
    warnings,
    details: [
      ...changes.added.map(({ code, name }) => `${code} ${name}: added`),
      ...changes.gone.map(({ code, name }) => `${code} ${name}: gone`),
      ...successions.map(successionLine),
      ...changes.renamed.map(({ code, from, to }) => `${code} ${from}: now called ${to}`),
      ...changes.reshaped.map((code) => `${code}: new shape`),
      ...(moves ?? [])
        .slice(0, mostMoves)
        .map(({ from, to, postcodes }) => `${inWords(from)} → ${inWords(to)}: ${plural(postcodes)}`),
      ...(furtherMoves.length > 0 ? [`and ${furtherMoves.length} smaller moves`] : []),
    ],
  };
}

function successionLine({ code, name, successors }: PlannedSuccession): string {
  const [main, ...others] = successors.map((one) => one.code);
  if (main === undefined) return `${code} ${name}: nothing takes its place, and what is open stays with it`;
  const also = others.length === 0 ? "" : `, followers also in ${others.join(", ")}`;
  return `${code} ${name}: what is open goes on in ${main}${also}`;
}

const plural = (postcodes: number) =>
  `${postcodes.toLocaleString("en-GB")} postcode${postcodes === 1 ? "" : "s"}`;
