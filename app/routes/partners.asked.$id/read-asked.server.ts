import type { Actor } from "#app/domain/actor.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordTaskingRead } from "#app/services/tasking/record-reading.server.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import {
  eventsOfTaskingAction,
  findTaskingAction,
  type HeldTaskingAction,
} from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";

/**
 * An action that was asked of an agency, for whoever speaks for it; null for anybody else, though they heard of it in a
 * meeting.
 */
export async function findAsked(
  tx: Db,
  actor: Actor,
  id: string,
  now: Date,
): Promise<HeldTaskingAction | null> {
  const reader = taskingReaderOf(actor);
  const held = await findTaskingAction(tx, reader, id, londonDay(now));
  return held !== null && reader.agencyIds.includes(held.action.agencyId) ? held : null;
}

/** The same as its page shows it, and that it was read recorded. Of its priority they read what everybody reads. */
export async function readAsked(tx: Db, actor: Actor, id: string, now: Date) {
  const held = await findAsked(tx, actor, id, now);
  if (held === null) return null;
  const { action, group, agency } = held;
  const priority = action.priorityId === null ? null : await findPriorityById(tx, action.priorityId);
  // Which agency, never who: a partner is told no officer's name.
  const events = (await eventsOfTaskingAction(tx, action.id)).map((event) => ({ ...event, by: null }));
  await recordTaskingRead(tx, actor, now, { page: "asked", id: action.id, agencyId: agency.id });
  const { kind, task, position, dueOn, state, result, publicLine, publicLineState, withheldReason } = action;
  return {
    id: action.id,
    version: action.version,
    name: `${group.code}-${action.number}`,
    group: group.name,
    agency: agency.name,
    events,
    servesPriority: action.priorityId !== null,
    action: {
      kind,
      task,
      agency: agency.name,
      position,
      dueOn,
      state,
      result,
      publicLine,
      publicLineState,
      withheldReason,
    },
    priority:
      priority === null || priority.takenDownAt !== null || priority.state === "proposed"
        ? null
        : { reference: priority.reference, title: priority.title },
  };
}
