import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import type { Role } from "#app/domain/access.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { listReaching } from "#db/queries/abstraction-improvement-owner.ts";
import type { ImprovedTeam, Improvement } from "#db/queries/abstraction-improvement.ts";
import { insertStaffNotices, type StaffNotice } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";

// Told by mail too: neither the team nor its figures, which say where cover is thin.
const lines: Readonly<Record<ImprovementState, string | null>> = {
  within: null,
  watch: "Abstraction: a team of your area was over the target for a month and is watched",
  "plan-required": "Abstraction: a team of your area needs an improvement plan",
  "plan-live": null,
  escalated: "Abstraction: an improvement is escalated to the chief officers",
  closed: "Abstraction: an improvement is closed. Say what made the difference",
};

interface Told {
  before: ImprovementState;
  improvement: Improvement | null;
  now: Date;
}

/** Tells the inspectors of a team and the plan's owner what its judged months changed, and the chief officers what is escalated. */
export async function tellOfJudgement(
  tx: Db,
  team: ImprovedTeam,
  { before, improvement, now }: Told,
): Promise<void> {
  if (improvement === null) return;
  const { id, state, ownerId } = improvement;
  const isStillRequired = state === "plan-required" && before === state;
  if (state === before && !isStillRequired) return;
  const line = isStillRequired ? "Abstraction: an improvement plan is still to be written" : lines[state];
  if (line === null) return;
  const notice: StaffNotice = {
    at: now,
    kind: isStillRequired ? "late" : state === "escalated" ? "escalated" : "new",
    line,
    path: paths.abstractions.improvement(id),
  };
  const roles: readonly Role[] = state === "escalated" ? ["inspector", "chief-officer"] : ["inspector"];
  const holders = await listReaching(tx, roles, team.neighbourhoodIds, londonDay(now));
  const owner = ownerId === null ? [] : [ownerId];
  await insertStaffNotices(tx, [...holders.map(({ accountId }) => accountId), ...owner], notice);
  const [first] = team.neighbourhoodIds;
  // Where no inspector was named, whoever answers for the team hears of it.
  if (first !== undefined && !holders.some(({ role }) => role === "inspector"))
    await tellResponsible(tx, first, notice);
}
