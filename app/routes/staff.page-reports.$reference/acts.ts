import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";

const reason = z.string({ error: "Choose the reason" });

/** What staff do about a report, and what each needs. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("take-down"), reason }),
  z.object({ intent: z.literal("keep"), reason }),
  z.object({ intent: z.literal("appeal") }),
  z.object({ intent: z.literal("uphold") }),
  z.object({ intent: z.literal("change"), reason }),
]);
export type Act = z.output<typeof actSchema>;

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Act["intent"],
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** What was just done, said on the page that follows. */
export const doneWords = {
  "take-down": "It is taken down. Its page says so.",
  keep: "It is kept.",
  appeal: "Somebody else is asked to look at it.",
  uphold: "The decision stands.",
  change: "The decision is changed.",
} as const satisfies Record<Act["intent"], string>;
type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);
export const doneOf = (word: string | null): Done | null => (word !== null && isDone(word) ? word : null);
