import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { afterAct } from "#app/domain/thread/states.ts";
import { changeThread } from "./change-thread.server.ts";
import type { ThreadAt, ThreadDeps } from "./thread-deps.ts";
import { tellAnswered } from "./thread-mails.ts";

/** Gives the meaningful answer that was promised. */
export const answerThread = (
  deps: ThreadDeps,
  actor: Actor,
  { words, ...at }: ThreadAt & { words: string },
): Promise<Change> =>
  changeThread(deps, { actor, by: "staff" }, at, (_tx, thread) => {
    const next = afterAct(thread.state, { act: "answer", by: "staff", reason: null });
    if (!next.ok) return refused("form", next.message);
    return {
      values: { state: next.state, answeredAt: deps.now },
      entry: { kind: "answer", words },
      action: "thread.answer",
      tell: (tx) => tellAnswered(tx, deps, thread),
    };
  });
