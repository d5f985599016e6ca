import type { Actor } from "#app/domain/actor.ts";
import { mayChair } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import { listTaskingMembers } from "#db/queries/tasking-member.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { listOffered } from "./list-offered.server.ts";
import { readTaskingGroup } from "./read-group.server.ts";

/** A group with its seats, for whoever leads it; "not-led" for its other readers, null where it is not theirs. */
export const readLedGroup = (deps: TaskingDeps, actor: Actor, code: string) =>
  readTaskingGroup(deps, actor, code, async (tx, group) =>
    mayChair(actor, group) ? { group, members: await membersOf(tx, group) } : notLed,
  );

/** As `readLedGroup`, with everybody who has no seat in it and may be given one. */
export const readSeatsOfGroup = (deps: TaskingDeps, actor: Actor, code: string) =>
  readTaskingGroup(deps, actor, code, async (tx, group) => {
    if (!mayChair(actor, group)) return notLed;
    const members = await membersOf(tx, group);
    const seated = new Set(members.map(({ accountId }) => accountId));
    const offered = await listOffered(tx, actor, group, londonDay(deps.now));
    return { group, members, people: offered.filter(({ accountId }) => !seated.has(accountId)) };
  });

const notLed = "not-led" as const;

// Nobody but staff sees other people's accounts, and a chair may be a partner.
const membersOf = (tx: Db, { id }: TaskingGroup) => asPlatform(tx, () => listTaskingMembers(tx, id));
