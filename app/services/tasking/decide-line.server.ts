import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { problemsOfLine, problemsOfReason } from "#app/domain/tasking/closing.ts";
import { mayDecideLine } from "#app/domain/tasking/may-decide-line.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPreElection } from "#db/queries/pre-election.ts";
import { findPriorityById, lockPriority, type Priority } from "#db/queries/priority.ts";
import {
  findTaskingAction,
  lockTaskingAction,
  updateTaskingAction,
  type HeldTaskingAction,
} from "#db/queries/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import { overtakenTasking } from "./answer-action.server.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import type { ActionRead } from "./lead-action.server.ts";
import { publishLine } from "./publish-line.server.ts";
import { takeLineDown } from "./take-line-down.server.ts";

/** What is decided of what residents read of an action. */
export type LineDecision =
  { is: "publish"; line: string; isElectionMinded: boolean } | { is: "withhold"; reason: string };

/**
 * Publishes what residents read of an action that is done, in these words, or withholds it; what was published before is
 * changed or taken down. Null where the actor decides of no such action.
 */
export const decideLine = (
  { db, now }: TaskingDeps,
  actor: Actor,
  { actionId, version }: ActionRead,
  decision: LineDecision,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const held = await findTaskingAction(tx, taskingReaderOf(actor), actionId, londonDay(now));
    const found = await priorityOf(tx, held);
    if (held === null || !mayDecideLine(actor, held.group, found?.neighbourhoodId ?? null)) return null;
    // Whoever answers for the priority writes its line, and nothing else of a group whose work is not theirs.
    const action = await asPlatform(tx, () => lockTaskingAction(tx, actionId));
    // Nobody takes its page down while a line is put on it.
    const priority = found === null ? null : await lockPriority(tx, found.id);
    if (action === null || priority === null) return null;
    if (action.version !== version) return overtakenTasking;
    if (action.state !== "done") return refused("form", "Residents read of it when it is done");
    const change =
      decision.is === "publish"
        ? await publish(tx, { actor, now }, { ...held, action }, priority, decision)
        : await withhold(tx, now, { ...held, action }, decision.reason);
    if (!change.ok) return change;
    await recordAudit(tx, actor, now, {
      action: "tasking.publish-line",
      subjectKind: "tasking-action",
      subjectId: actionId,
      neighbourhoodId: priority.neighbourhoodId,
      agencyId: action.agencyId,
      details: { group: held.group.code, number: action.number, step: decision.is },
    });
    return done;
  });

const priorityOf = async (tx: Db, held: HeldTaskingAction | null): Promise<Priority | null> =>
  held === null || held.action.priorityId === null ? null : findPriorityById(tx, held.action.priorityId);

async function publish(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  held: HeldTaskingAction,
  priority: Priority,
  { line, isElectionMinded }: Extract<LineDecision, { is: "publish" }>,
): Promise<Change> {
  if (line.trim() === "") return refused("publicLine", "Say what residents read of it");
  const errors = problemsOfLine(line);
  if (errors.length > 0) return { ok: false, errors };
  if (priority.takenDownAt !== null)
    return refused("form", "The page of this priority was taken down. Nothing is published on it");
  if (priority.state === "proposed")
    return refused("form", "Nobody has adopted this priority yet. It has no page to publish on");
  const isSaid = held.action.publicLineState === "published" && held.action.publicLine === line.trim();
  if (!isSaid && !isElectionMinded && (await findPreElection(tx, londonDay(now))) !== null)
    return refused(
      "isElectionMinded",
      "There is an election soon. Confirm that this line is ordinary business and not publicity",
    );
  await publishLine(tx, { actor, now }, held, priority, line.trim());
  return done;
}

async function withhold(tx: Db, now: Date, { action }: HeldTaskingAction, reason: string): Promise<Change> {
  const said = reason.trim();
  if (said === "") return refused("withheldReason", "Say why residents should not read of it");
  const errors = problemsOfReason(said);
  if (errors.length > 0) return { ok: false, errors };
  await takeLineDown(tx, action);
  await asPlatform(tx, () =>
    updateTaskingAction(tx, action.id, {
      publicLineState: "withheld",
      withheldReason: said,
      publishedAt: null,
      publishedBy: null,
      changedAt: now,
    }),
  );
  return done;
}
