import { can, platform, scopeOf, type Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { calendarReaders } from "#app/domain/plan/calendar-readers.ts";
import { reviewReachOf } from "#app/domain/plan/review.ts";
import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";
import { hashToken, type Keys } from "#app/services/keys/keys.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { findOwnerOfCalendar } from "#db/queries/calendar-feed.ts";
import { actingRolesOf } from "#db/queries/shared-roles.ts";
import { actionsOfMine } from "#db/queries/plan-action.ts";
import { reviewsDueBy } from "#db/queries/plan-due.ts";
import { openAskedOf } from "#db/queries/tasking-asked.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readCalendarToken } from "./calendar-token.server.ts";
import { personalFeed, type DueDay } from "./personal-feed.server.ts";

// As far ahead as an inspector's next review can be set.
const daysAhead = 182;
const mostOfEach = 300;

type ReadCalendar = { kind: "there"; text: string } | { kind: "too-many"; retryAfterSeconds: number } | null;

/** The calendar that an address opens, as its owner's roles of today make it; null where it opens none, or none any more. */
export async function readCalendar(
  { db, now, keys, publicUrl }: { db: Db; now: Date; keys: Keys; publicUrl: string },
  token: string,
): Promise<ReadCalendar> {
  const id = readCalendarToken(keys, token);
  if (id === null) return null;
  const opened = await withActor(db, platform(), async (tx) => {
    const owner = await findOwnerOfCalendar(tx, id);
    if (owner === null) return null;
    const key = allowanceKey("calendarsPerFeed", hashToken(id));
    const { isAllowed, retryAfterSeconds } = await takeAllowance(tx, key, limits.calendarsPerFeed, now);
    const roles = await actingRolesOf(tx, owner, londonDay(now));
    const { accountId, kind } = owner;
    const actor: Actor = { kind, accountId, sessionId: null, requestId: null, roles };
    return { actor, accountId, isAllowed, retryAfterSeconds };
  });
  if (opened === null) return null;
  const { actor, accountId, isAllowed, retryAfterSeconds } = opened;
  // Whoever may owe nothing any more has no calendar, though they kept its address.
  if (!calendarReaders.some((permission) => can(actor, permission))) return null;
  if (!isAllowed) return { kind: "too-many", retryAfterSeconds };
  const due = await withActor(db, actor, (tx) => readDueDays(tx, { actor, accountId, now, publicUrl }));
  const { host } = new URL(publicUrl);
  return { kind: "there", text: personalFeed(due, { name: "Safer Neighbourhoods: due", host }) };
}

interface Asked {
  actor: Actor;
  accountId: string;
  now: Date;
  publicUrl: string;
}

async function readDueDays(tx: Db, { actor, accountId, now, publicUrl }: Asked): Promise<DueDay[]> {
  const today = londonDay(now);
  const until = addDays(today, daysAhead);
  const page = { after: null, limit: mostOfEach };
  const reviews = await reviewsDueBy(tx, reviewReachOf(actor), until, page);
  const agencyIds = scopeOf(actor, "plan:read-own-actions")?.agencyIds ?? [];
  const isStaff = actor.kind === "staff";
  const owner = { accountId: isStaff ? accountId : null, agencyIds };
  const actions = await actionsOfMine(tx, owner, today, mostOfEach);
  const asked = await readAskedDays(tx, actor, today);
  return [
    ...reviews.map(({ id, dueOn, reference, reviewer }) => ({
      id: `review-${id}`,
      day: dueOn,
      words: `${reference}: review due`,
      url: `${publicUrl}${paths.staff.planReview(reference, reviewer)}`,
    })),
    ...actions.map(({ id, dueOn, reference }) => ({
      id: `action-${id}`,
      day: dueOn,
      words: `${reference}: action due`,
      url: `${publicUrl}${isStaff ? paths.staff.myAction(id) : paths.partners.action(id)}`,
    })),
    ...asked.map(({ id, dueOn, code, number }) => ({
      id: `joint-${id}`,
      day: dueOn,
      words: `${code}-${number}: action due`,
      url: `${publicUrl}${paths.partners.asked(id)}`,
    })),
  ];
}

/** What a partner's agency was asked in joint tasking, while it shares: the number alone, and where it stands. */
async function readAskedDays(tx: Db, actor: Actor, today: Day) {
  const agencyIds = scopeOf(actor, "tasking:read-own-meetings")?.agencyIds ?? [];
  return agencyIds.length === 0 ? [] : openAskedOf(tx, agencyIds, today, mostOfEach);
}
