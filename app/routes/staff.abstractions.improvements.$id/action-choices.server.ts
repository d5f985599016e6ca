import { otherUnits } from "#app/domain/abstraction/improvement-units.ts";
import type { Day } from "#app/domain/team/day.ts";
import { actionOwnersOf } from "#app/services/abstraction/improvement-owners.server.ts";
import { responseTeamNames } from "#db/queries/abstraction-improvement-unit.ts";
import type { ImprovedTeam } from "#db/queries/abstraction-improvement.ts";
import type { Db } from "#db/types.ts";

const itemsOf = (names: readonly string[]) => names.map((name) => ({ value: name, words: name }));

/** Which units may be asked for something, those that take officers first, and who may see to it. */
export async function actionChoicesOf(tx: Db, team: ImprovedTeam, today: Day) {
  return {
    units: [
      { label: "Response", items: itemsOf(await responseTeamNames(tx)) },
      { label: "Other units", items: itemsOf(otherUnits) },
      { label: "The team itself", items: itemsOf([team.name]) },
    ].filter(({ items }) => items.length > 0),
    owners: await actionOwnersOf(tx, team, today),
  };
}
