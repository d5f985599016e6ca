import type { Actor } from "#app/domain/actor.ts";
import { mayChair, taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { countOpenActions, listMeetingsOfGroup } from "#db/queries/tasking-home.ts";
import { listTaskingMembers } from "#db/queries/tasking-member.ts";
import { asPlatform } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { readTaskingGroup } from "./read-group.server.ts";

/** A group with its seats, its meetings and how many actions it has open; null where it is not the reader's. */
export const readGroupPage = (deps: TaskingDeps, actor: Actor, code: string) =>
  readTaskingGroup(deps, actor, code, async (tx, group) => {
    const today = londonDay(deps.now);
    return {
      group,
      mayChair: mayChair(actor, group),
      meetings: await listMeetingsOfGroup(tx, taskingReaderOf(actor), group.id, today),
      members: await asPlatform(tx, () => listTaskingMembers(tx, group.id)),
      counts: (await countOpenActions(tx, [group.id], today)).get(group.id) ?? { open: 0, late: 0 },
    };
  });
