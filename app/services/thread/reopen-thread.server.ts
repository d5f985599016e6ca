import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { momentOfPromise } from "#app/domain/thread/promise-words.ts";
import { promisedBy } from "#app/domain/thread/promise.ts";
import { afterAct } from "#app/domain/thread/states.ts";
import { paths } from "#app/paths.ts";
import { tellResponsible } from "#app/services/notice/tell-staff.server.ts";
import { changeThread } from "./change-thread.server.ts";
import { readPromiseSettings } from "./promise-settings.server.ts";
import { takeInMessage } from "./take-in-message.server.ts";
import type { ThreadAt, ThreadDeps } from "./thread-deps.ts";
import { tellReopened } from "./thread-mails.ts";

/** Opens a thread again with what is still to be said: a new promise begins, with nothing left of the last. */
export const reopenThread = (
  deps: ThreadDeps,
  { actor, by }: { actor: Actor; by: "staff" | "resident" },
  { words, ...at }: ThreadAt & { words: string },
): Promise<Change> =>
  changeThread(deps, { actor, by }, at, async (tx, thread) => {
    const next = afterAct(thread.state, { act: "reopen", by, reason: words });
    if (!next.ok) return refused("form", next.message);
    const dueAt = promisedBy(deps.now, await readPromiseSettings(tx));
    return {
      values: {
        state: next.state,
        level: "team",
        dueAt,
        delayedUntil: null,
        answeredAt: null,
        missedAt: null,
        escalatedAt: null,
        closedAt: null,
      },
      entry: { kind: "message", words },
      action: "thread.reopen",
      tell: async (inner) => {
        await tellResponsible(inner, thread.neighbourhoodId, {
          at: deps.now,
          kind: "new",
          line: `${thread.reference}: opened again. Answer by ${momentOfPromise(dueAt, deps.now)}`,
          path: paths.staff.thread(thread.id),
        });
        if (by === "staff") await tellReopened(inner, deps, thread);
        else await takeInMessage(inner, deps.now, thread, words);
      },
    };
  });
