import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { delayedUntil, problemsOfDelay } from "#app/domain/thread/promise.ts";
import { promisedOf } from "#app/domain/thread/stored-thread.ts";
import type { Day } from "#app/domain/team/day.ts";
import { changeThread } from "./change-thread.server.ts";
import { readPromiseSettings } from "./promise-settings.server.ts";
import type { ThreadAt, ThreadDeps } from "./thread-deps.ts";
import { tellDelayed } from "./thread-mails.ts";

/** Says honestly, before the promise runs out, that the answer takes longer: why, and until when. */
export const tellDelay = (
  deps: ThreadDeps,
  actor: Actor,
  { until, reason, ...at }: ThreadAt & { until: Day; reason: string },
): Promise<Change> =>
  changeThread(deps, { actor, by: "staff" }, at, async (tx, thread) => {
    const settings = await readPromiseSettings(tx);
    const errors = problemsOfDelay({ until, reason }, promisedOf(thread, settings), deps.now, settings);
    if (errors.length > 0) return { ok: false, errors };
    return {
      values: { delayedUntil: delayedUntil(until) },
      entry: { kind: "delay", words: reason },
      action: "thread.delay",
      tell: (inner) => tellDelayed(inner, deps, thread, delayedUntil(until)),
    };
  });
