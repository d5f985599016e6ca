import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import type { HeldTaskingAction } from "#db/queries/tasking-action.ts";
import { speakersOf } from "#db/queries/tasking-owner.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";

type Asked = Pick<HeldTaskingAction, "group" | "agency"> & {
  action: Pick<HeldTaskingAction["action"], "id" | "ownerId" | "priorityId">;
};

/**
 * Tells whoever does an action that it is there, in the transaction that gives it: the owner, or whoever speaks for the
 * agency; of the police's own, whoever answers for the priority. What is asked is behind the link alone.
 */
export const tellAsked = (tx: Db, now: Date, asked: Asked): Promise<void> =>
  asPlatform(tx, async () => {
    const { action, agency, group } = asked;
    const isPolice = agency.kind === "police";
    await insertStaffNotices(tx, await askedOf(tx, now, asked), {
      at: now,
      kind: "new",
      line: `You have a new action in ${group.name}`,
      path: isPolice ? paths.tasking.action(action.id) : paths.partners.asked(action.id),
    });
  });

async function askedOf(tx: Db, now: Date, { action, agency }: Asked): Promise<readonly string[]> {
  if (action.ownerId !== null) return [action.ownerId];
  const today = londonDay(now);
  if (agency.kind !== "police") return speakersOf(tx, agency.id, today);
  const priority = action.priorityId === null ? null : await findPriorityById(tx, action.priorityId);
  const responsible =
    priority === null ? null : await responsibleFor(tx, priority.neighbourhoodId, today);
  return responsible?.accountIds ?? [];
}

/** Tells the chair and the deputy of a group that something of an action waits for them. */
export const tellChair = (
  tx: Db,
  now: Date,
  { action, group }: Asked,
  line: string,
): Promise<void> =>
  asPlatform(tx, () =>
    insertStaffNotices(
      tx,
      [group.chairId, group.deputyId].filter((id) => id !== null),
      { at: now, kind: "new", line, path: paths.tasking.action(action.id) },
    ),
  );
