import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import type { HeldTaskingAction } from "#db/queries/tasking-action.ts";
import { officersSeatedIn, speakersOf, worksForAgency } from "#db/queries/tasking-owner.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { sharesIn } from "./check-wanted-action.server.ts";

type Asked = Pick<HeldTaskingAction, "agency"> & {
  group: Pick<HeldTaskingAction["group"], "id" | "name" | "chairId" | "deputyId" | "partnershipId">;
  action: Pick<HeldTaskingAction["action"], "id" | "ownerId" | "priorityId">;
};

/** Tells whoever does an action that it is there, in the transaction that gives it. What is asked is behind the link alone. */
export const tellAsked = (tx: Db, now: Date, asked: Asked): Promise<void> =>
  asPlatform(tx, async () =>
    tell(tx, now, asked, {
      accountIds: await askedOf(tx, now, asked),
      line: `You have a new action in ${asked.group.name}`,
    }),
  );

/** Tells the same people, as long as their agency shares, that something of it was changed; whoever changed it knows. */
export const tellOfChange = (
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  asked: Asked,
  line: string,
): Promise<void> =>
  asPlatform(tx, async () => {
    if (!(await sharesIn(tx, asked.group, asked.agency, londonDay(now)))) return;
    const accountIds = (await askedOf(tx, now, asked)).filter((id) => id !== actor.accountId);
    await tell(tx, now, asked, { accountIds, line });
  });

const tell = (
  tx: Db,
  now: Date,
  { action, agency }: Asked,
  { accountIds, line }: { accountIds: readonly string[]; line: string },
) =>
  insertStaffNotices(tx, accountIds, {
    at: now,
    kind: "new",
    line,
    path: agency.kind === "police" ? paths.tasking.action(action.id) : paths.partners.asked(action.id),
  });

/**
 * The owner, as long as they are there; else whoever speaks for the agency. Of the police's own, whoever answers for the
 * priority, or the officers of the group.
 */
async function askedOf(tx: Db, now: Date, { action, agency, group }: Asked): Promise<readonly string[]> {
  const today = londonDay(now);
  const { ownerId, priorityId } = action;
  if (ownerId !== null && (await worksForAgency(tx, ownerId, agency, today))) return [ownerId];
  if (agency.kind !== "police") return speakersOf(tx, agency.id, today);
  const priority = priorityId === null ? null : await findPriorityById(tx, priorityId);
  const responsible = priority === null ? null : await responsibleFor(tx, priority.neighbourhoodId, today);
  return responsible?.accountIds ?? (await officersSeatedIn(tx, group.id));
}

/** Tells the chair and the deputy of a group that something of an action waits for them; its officers where there is neither. */
export const tellChair = (tx: Db, now: Date, { action, group }: Asked, line: string): Promise<void> =>
  asPlatform(tx, async () => {
    const chairs = [group.chairId, group.deputyId].filter((id) => id !== null);
    await insertStaffNotices(tx, chairs.length > 0 ? chairs : await officersSeatedIn(tx, group.id), {
      at: now,
      kind: "new",
      line,
      path: paths.tasking.action(action.id),
    });
  });
