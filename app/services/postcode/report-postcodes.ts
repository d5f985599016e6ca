import type { EditionReport } from "#app/domain/edition/edition.ts";
import type { PostcodeGathering } from "./gathering.server.ts";
import { movedBeyondMetres, type PostcodeChanges } from "./postcode-changes.ts";

const mostMoves = 20;
const number = (value: number) => value.toLocaleString("en-GB");

/** An import's counts, and the lines that a person reads. `moved` counts changes of neighbourhood. */
export function reportOn(
  gathering: PostcodeGathering,
  changes: PostcodeChanges,
  warnings: readonly string[],
): EditionReport {
  const { force, rowCount, outsideCount, withoutDistrictCount } = gathering;
  const details = [
    `${number(rowCount)} rows read`,
    `${number(force.length)} postcodes of the force` +
      (force.terminatedCount === 0 ? "" : `, ${number(force.terminatedCount)} of them ended`),
    `${number(outsideCount)} outside it` +
      (withoutDistrictCount === 0 ? "" : `, ${number(withoutDistrictCount)} of them in no district`),
    `${number(changes.added)} added`,
    `${number(changes.gone)} gone`,
    `${number(changes.moved)} moved more than ${movedBeyondMetres} m`,
    `${number(changes.changedDistrict)} in another district`,
    `${number(changes.changedNeighbourhood)} in another neighbourhood`,
    ...changes.neighbourhoodLines(mostMoves),
  ];
  return {
    read: rowCount,
    added: changes.added,
    changed: changes.changed,
    gone: changes.gone,
    moved: changes.changedNeighbourhood,
    warnings,
    details,
  };
}
