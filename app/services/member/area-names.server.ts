import { areasWithin, areaValue, type AreaName } from "#app/domain/member/area.ts";
import { areaInWords } from "#app/domain/account/area-words.ts";
import { placedNeighbourhoods } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";

const everywhere = { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };

/** Names areas as the structure in force does. */
export async function areaNames(
  tx: Db,
): Promise<(area: { kind: AreaName["kind"] | null; id: string | null }) => string> {
  const areas = areasWithin(await placedNeighbourhoods(tx), everywhere);
  const names = new Map(areas.map((area) => [areaValue(area), areaInWords(area)]));
  return ({ kind, id }) =>
    (kind === null ? undefined : names.get(areaValue({ kind, id }))) ?? "A former area";
}
