import { done, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { lockOwnPriority, type ReadPriority } from "./lock-own-priority.server.ts";
import { takePriorityStep } from "./take-step.server.ts";

/** Takes the work up again on a priority that was returned or came back; null where the actor has no such priority. */
export const resumePriority = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  read: ReadPriority,
): Promise<Change | null> =>
  withActor(db, actor, async (tx) => {
    const own = await lockOwnPriority(tx, actor, "plan:approve", read);
    if (own?.ok !== true) return own;
    const taken = await takePriorityStep(tx, { actor, now }, own.priority, {
      step: "resume",
      action: "priority.move",
    });
    return taken.ok ? done : taken;
  });
