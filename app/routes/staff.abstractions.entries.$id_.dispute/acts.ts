import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { disputeAnswers } from "#app/domain/abstraction/dispute.ts";

const words = z.string().default("");

/** What is done on the page, and what each needs; the rules are the services'. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("dispute"), words }),
  z.object({ intent: z.literal("take-back") }),
  z.object({
    intent: z.literal("answer"),
    words,
    answer: z.enum(disputeAnswers).nullable().default(null),
  }),
]);

type Intent = z.output<typeof actSchema>["intent"];

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Intent,
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

const doneWords: Readonly<Record<string, string>> = {
  dispute: "Your sergeant and inspector are told. The entry counts as it is until it is changed.",
  "take-back": "Your dispute is taken back.",
  accepted: "The officer is told. Now correct the entry, or withdraw it.",
  refused: "The officer is told.",
};

/** What was just done, said on the page that follows. */
export const doneOf = (word: string | null): string | null =>
  word !== null && Object.hasOwn(doneWords, word) ? (doneWords[word] ?? null) : null;
