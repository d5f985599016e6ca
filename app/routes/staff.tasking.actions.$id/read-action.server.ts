import { can, type Actor } from "#app/domain/actor.ts";
import { mayAnswerTasking, mayTakeOn } from "#app/domain/tasking/may-answer.ts";
import { mayDecideLine } from "#app/domain/tasking/may-decide-line.ts";
import { taskingAnswersFrom, taskingMovesFrom } from "#app/domain/tasking/moves.ts";
import { mayRecord, taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordTaskingRead } from "#app/services/tasking/record-reading.server.ts";
import { listAgencies } from "#db/queries/agency.ts";
import { findPreElection } from "#db/queries/pre-election.ts";
import { findPriorityById } from "#db/queries/priority.ts";
import { eventsOfTaskingAction, findTaskingAction } from "#db/queries/tasking-action.ts";
import { findTaskingGroup } from "#db/queries/tasking-group.ts";
import type { Db } from "#db/types.ts";

/** An action with its history, and what its reader may do with it; null where they have no such action. */
export async function readAction(tx: Db, actor: Actor, id: string, now: Date) {
  const today = londonDay(now);
  const reader = taskingReaderOf(actor);
  const held = await findTaskingAction(tx, reader, id, today);
  if (held === null) return null;
  const { action, group, agency } = held;
  const priority = action.priorityId === null ? null : await findPriorityById(tx, action.priorityId);
  const moves = mayRecord(actor, group) ? taskingMovesFrom(action.state, group.endedAt !== null) : [];
  const mayDecide = action.state === "done" && mayDecideLine(actor, group, priority?.neighbourhoodId ?? null);
  const whole = await findTaskingGroup(tx, reader, group.code, today);
  const events = await eventsOfTaskingAction(tx, action.id);
  const agencies = moves.includes("give-on") ? await listAgencies(tx) : [];
  const election = mayDecide ? await findPreElection(tx, today) : null;
  await recordTaskingRead(tx, actor, now, { page: "action", id: action.id, agencyId: agency.id });
  const { kind, task, position, dueOn, state, result, publicLine, publicLineState, withheldReason } = action;
  return {
    id: action.id,
    version: action.version,
    name: `${group.code}-${action.number}`,
    group: { code: group.code, name: group.name, isRead: whole !== null },
    priority:
      priority === null
        ? null
        : {
            reference: priority.reference,
            title: priority.title,
            isPlanRead: can(actor, "plan:read", priority),
          },
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
    events,
    answers: mayAnswerTasking(actor, held) ? taskingAnswersFrom(state) : [],
    mayTakeOn: mayTakeOn(actor, held),
    moves,
    agencies: agencies.map((one) => ({ id: one.id, name: one.name })),
    mayDecide,
    isBeforeElection: election !== null,
    today,
  };
}
