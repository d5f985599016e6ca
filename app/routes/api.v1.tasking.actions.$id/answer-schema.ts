import { z } from "zod";
import type { TaskingAnswer } from "#app/domain/tasking/moves.ts";

const answers = {
  accept: "accepted",
  decline: "rejected",
  start: "in-progress",
  done: "done",
} as const satisfies Record<string, TaskingAnswer>;

const mostWords = 4_000;
const words = z.string().max(mostWords);

/** What an agency's own system sends. What the words may say is the service's to judge. */
export const answerSchema = z.strictObject({
  answer: z.enum(["accept", "decline", "start", "done"]),
  version: z.number().int().min(1).max(2_147_483_647),
  words: words.default(""),
  publicLine: words.nullable().default(null),
  withheldReason: words.nullable().default(null),
});

export const answerInWords =
  "Send JSON with answer (accept, decline, start or done), version as you read it, words, and with done either " +
  `publicLine or withheldReason; each text up to ${mostWords} characters, and nothing else.`;

export const answerOf = ({ answer, ...said }: z.output<typeof answerSchema>) => ({
  ...said,
  answer: answers[answer],
});
