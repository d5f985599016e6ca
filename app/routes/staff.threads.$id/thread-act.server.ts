import { z } from "zod";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import type { Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { longestMessage } from "#app/domain/thread/stored-thread.ts";
import { answerThread } from "#app/services/thread/answer-thread.server.ts";
import { closeThread } from "#app/services/thread/close-thread.server.ts";
import { redirectThread } from "#app/services/thread/redirect-thread.server.ts";
import { reopenThread } from "#app/services/thread/reopen-thread.server.ts";
import { tellDelay } from "#app/services/thread/tell-delay.server.ts";
import type { ThreadDeps } from "#app/services/thread/thread-deps.ts";

const version = z.coerce.number().int();
const words = (missing: string) =>
  z
    .string({ error: missing })
    .trim()
    .max(longestMessage, `This must be ${longestMessage.toLocaleString("en-GB")} characters or fewer`);

/** What the forms of a thread ask for. */
export const threadActSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("answer"), version, answer: words("Enter your answer") }),
  z.object({
    intent: z.literal("delay"),
    version,
    until: requiredDay("Enter the new date", "The new date must be a real date, like 27 3 2027"),
    reason: words("Enter the reason, as the resident will read it"),
  }),
  z.object({
    intent: z.literal("redirect"),
    version,
    elsewhere: words("Enter who answers this and how to reach them"),
  }),
  z.object({ intent: z.literal("close"), version }),
  z.object({ intent: z.literal("reopen"), version, again: words("Enter why, as the resident will read it") }),
]);

/** Does what one of them asks for. */
export async function doThreadAct(
  deps: ThreadDeps,
  actor: Actor,
  id: string,
  asked: z.output<typeof threadActSchema>,
): Promise<Change> {
  const at = { id, version: asked.version };
  const who = { actor, by: "staff" } as const;
  switch (asked.intent) {
    case "answer":
      return answerThread(deps, actor, { ...at, words: asked.answer });
    case "delay":
      return tellDelay(deps, actor, { ...at, until: asked.until, reason: asked.reason });
    case "redirect":
      return redirectThread(deps, actor, { ...at, words: asked.elsewhere });
    case "close":
      return closeThread(deps, who, at);
    case "reopen":
      return reopenThread(deps, who, { ...at, words: asked.again });
  }
}
