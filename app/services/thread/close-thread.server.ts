import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { afterAct } from "#app/domain/thread/states.ts";
import { changeThread } from "./change-thread.server.ts";
import type { ThreadAt, ThreadDeps } from "./thread-deps.ts";
import { tellClosed } from "./thread-mails.ts";

/** Closes a thread: the resident at any time, staff once it is answered. */
export const closeThread = (
  deps: ThreadDeps,
  { actor, by }: { actor: Actor; by: "staff" | "resident" },
  at: ThreadAt,
): Promise<Change> =>
  changeThread(deps, { actor, by }, at, (_tx, thread) => {
    const next = afterAct(thread.state, { act: "close", by, reason: null });
    if (!next.ok) return refused("form", next.message);
    return {
      values: { state: next.state, closedAt: deps.now },
      entry: null,
      action: "thread.close",
      tell: (tx) => (by === "staff" ? tellClosed(tx, deps, thread) : Promise.resolve()),
    };
  });
