import { refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { afterAct } from "#app/domain/thread/states.ts";
import { changeThread } from "./change-thread.server.ts";
import type { ThreadAt, ThreadDeps } from "./thread-deps.ts";
import { tellRedirected } from "./thread-mails.ts";

/** Tells whoever wrote who answers this instead, in plain words: that is an answer too, and settles the promise. */
export const redirectThread = (
  deps: ThreadDeps,
  actor: Actor,
  { words, ...at }: ThreadAt & { words: string },
): Promise<Change> =>
  changeThread(deps, { actor, by: "staff" }, at, (_tx, thread) => {
    const next = afterAct(thread.state, { act: "redirect", by: "staff", reason: words });
    if (!next.ok) return refused("form", next.message);
    return {
      values: { state: next.state, answeredAt: deps.now },
      entry: { kind: "redirect", words },
      action: "thread.redirect",
      tell: (tx) => tellRedirected(tx, deps, thread),
    };
  });
