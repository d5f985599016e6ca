import { z } from "zod";
import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { longestMessage } from "#app/domain/thread/stored-thread.ts";
import { closeThread } from "#app/services/thread/close-thread.server.ts";
import { escalateThread } from "#app/services/thread/escalate-thread.server.ts";
import { reopenThread } from "#app/services/thread/reopen-thread.server.ts";
import type { ThreadDeps } from "#app/services/thread/thread-deps.ts";

const version = z.coerce.number().int();
const words = z
  .string({ error: "Enter what you still want to say or know" })
  .trim()
  .max(longestMessage, `This must be ${longestMessage.toLocaleString("en-GB")} characters or fewer`);

/** What the buttons of one's own thread ask for. */
export const ownActSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("escalate"), version }),
  z.object({ intent: z.literal("close"), version }),
  z.object({ intent: z.literal("reopen"), version, words }),
]);

/** Does what one of them asks for. */
export async function doOwnAct(
  deps: ThreadDeps,
  actor: Actor,
  id: string,
  asked: z.output<typeof ownActSchema>,
): Promise<Change> {
  const at = { id, version: asked.version };
  const who = { actor, by: "resident" } as const;
  switch (asked.intent) {
    case "escalate":
      return escalateThread(deps, actor, at);
    case "close":
      return closeThread(deps, who, at);
    case "reopen":
      return reopenThread(deps, who, { ...at, words: asked.words });
  }
}
