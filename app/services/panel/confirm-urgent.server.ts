import type { Actor } from "#app/domain/actor.ts";
import type { ItemResolution } from "#app/domain/panel/resolution.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { tellFollowers } from "#app/services/priority/take-step.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertPriorityEvent, lockPriority, updatePriority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import type { MeetingRecord } from "./open-resolution.server.ts";

/** Does what a panel resolved on an urgent priority: it stands, or it lapses on its day. How many it confirmed. */
export async function confirmUrgent(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { record, items }: { record: MeetingRecord; items: readonly ItemResolution[] },
): Promise<number> {
  const [item] = items;
  const priority = item === undefined ? null : await lockPriority(tx, item.candidateId);
  if (item === undefined || priority === null) throw new Error("An urgent priority was not there.");
  const [row] = record.items;
  const line = item.isAdopted
    ? "The panel confirmed this urgent priority."
    : `The panel did not confirm this urgent priority. It lapses on ${dayInWords(priority.lapsesOn ?? "")}.`;
  await updatePriority(tx, priority.id, {
    ...(item.isAdopted ? { confirmedAt: now, resolutionItemId: row?.id ?? null } : {}),
    changedAt: now,
  });
  await insertPriorityEvent(tx, {
    priorityId: priority.id,
    at: now,
    from: priority.state,
    to: priority.state,
    line,
    actorId: actor.accountId,
  });
  await tellFollowers(tx, now, priority, line);
  await tellResponsible(tx, priority.neighbourhoodId, {
    at: now,
    kind: "new",
    line: `${priority.reference}: ${item.isAdopted ? "the panel confirmed it" : "the panel did not confirm it"}`,
    path: paths.staff.priority(priority.reference),
  });
  if (item.isAdopted)
    await recordAudit(tx, actor, now, {
      action: "priority.confirm",
      subjectKind: "priority",
      subjectId: priority.id,
      neighbourhoodId: priority.neighbourhoodId,
    });
  return item.isAdopted ? 1 : 0;
}
