import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { promiseOf } from "#app/domain/thread/promise.ts";
import { promisedOf } from "#app/domain/thread/stored-thread.ts";
import { paths } from "#app/paths.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import { changeThread } from "./change-thread.server.ts";
import { readPromiseSettings } from "./promise-settings.server.ts";
import type { ThreadAt, ThreadDeps } from "./thread-deps.ts";

/** The resident takes a message whose promise was missed to the inspector. */
export const escalateThread = (
  deps: Omit<ThreadDeps, "publicUrl">,
  actor: Actor,
  at: ThreadAt,
): Promise<Change> =>
  changeThread(deps, { actor, by: "resident" }, at, async (tx, thread) => {
    const settings = await readPromiseSettings(tx);
    const { mayEscalate } = promiseOf(promisedOf(thread, settings), deps.now, settings);
    if (thread.level === "inspector") return refused("form", "The inspector has this message already");
    if (!mayEscalate) return refused("form", "The team still has time to answer this message");
    return {
      values: { level: "inspector", escalatedAt: deps.now, missedAt: thread.missedAt ?? deps.now },
      entry: null,
      action: "thread.escalate",
      tell: (inner) =>
        tellRole(inner, "inspector", thread.neighbourhoodId, {
          at: deps.now,
          kind: "escalated",
          line: `${thread.reference}: the resident asks you for the answer that the team owes`,
          path: paths.staff.thread(thread.id),
        }),
    };
  });
