import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { meetingSchema } from "#app/components/meeting/meeting-schema.ts";

const version = z.number({ error: "Look at the meeting again, then change it" }).int();
const mostPeople = 10_000;
const mostWords = 5_000;
const tooLong = `Shorten this to ${mostWords} characters or fewer`;
const wholeNumber = "Enter how many people came as a whole number, or leave it empty";

/** What staff do with a meeting, and what each needs. */
export const actSchema = z.discriminatedUnion("intent", [
  meetingSchema.extend({ intent: z.literal("change"), version }),
  z.object({
    intent: z.literal("cancel"),
    version,
    reason: z.string({ error: "Enter the reason, as residents will read it" }).max(500, tooLong),
  }),
  z.object({
    intent: z.literal("write-up"),
    version,
    said: z.string({ error: "Enter what was said and decided" }).max(mostWords, tooLong),
    decisions: z.string().max(mostWords, tooLong).optional(),
    attended: z
      .number({ error: wholeNumber })
      .int(wholeNumber)
      .min(0, wholeNumber)
      .max(mostPeople, `Enter ${mostPeople} or fewer`)
      .optional(),
  }),
]);
type Intent = z.output<typeof actSchema>["intent"];

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Intent,
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** What was just done, said on the page that follows. */
export const doneWords = {
  announced: "The meeting is announced.",
  change: "The meeting is changed. People who follow the neighbourhood are told.",
  cancel: "The meeting is cancelled. Its page and the calendars say so.",
  "write-up": "What was said and decided is on the meeting’s page.",
} as const;
type Done = keyof typeof doneWords;

const isDone = (word: string): word is Done => Object.hasOwn(doneWords, word);
export const doneOf = (word: string | null): Done | null => (word !== null && isDone(word) ? word : null);
