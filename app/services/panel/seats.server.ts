import { panelOf, type CalledPanel } from "#app/domain/panel/call.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { Day } from "#app/domain/team/day.ts";
import { interimCyclesDecided, residentsAmong } from "#db/queries/panel.ts";
import { listRoleHolders } from "#db/queries/role-holders.ts";
import type { Db } from "#db/types.ts";

/** For what a panel is called: where, and how often it met in vain. */
export interface Called {
  neighbourhoodId: string;
  cycleId: string | null;
  meetingsWithoutQuorum: number;
}

/** Who decides in a neighbourhood today. Call it as the platform or as staff. */
export async function panelToday(
  tx: Db,
  { neighbourhoodId, cycleId, meetingsWithoutQuorum }: Called,
  today: Day,
  settings: Settings,
): Promise<{ ok: true; panel: CalledPanel } | { ok: false; problem: string }> {
  const membersHere = await listRoleHolders(tx, "panel-member", neighbourhoodId, today);
  const keyIndividuals = await listRoleHolders(tx, "kin-member", neighbourhoodId, today);
  return panelOf(
    {
      panelMemberIds: await residentsAmong(tx, membersHere),
      kinMemberIds: await residentsAmong(tx, keyIndividuals),
      meetingsWithoutQuorum,
      previousInterimCycles: await interimCyclesDecided(tx, neighbourhoodId, cycleId),
    },
    settings,
  );
}

export const seatsOf = ({ memberIds, standInIds }: CalledPanel) => [
  ...memberIds.map((accountId) => ({ accountId, capacity: "member" as const })),
  ...standInIds.map((accountId) => ({ accountId, capacity: "stand-in" as const })),
];
