import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import { taskingAnswers } from "#app/domain/tasking/moves.ts";

const version = z.coerce.number({ error: "Read the action again, then change it" }).int();
const words = z.string().default("");
const dueOn = requiredDay("Enter the day it is due", "The day must be a real date, like 27 3 2027");

/** What the forms of the page send. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("answer"),
    version,
    answer: z.enum(taskingAnswers, { error: "Choose what came of it" }),
    words,
    publicLine: words,
    withheldReason: words,
  }),
  z.object({ intent: z.literal("take-on"), version }),
  z.object({ intent: z.literal("move-day"), version, dueOn, words }),
  z.object({
    intent: z.literal("give-on"),
    version,
    agencyId: z.uuid({ error: "Choose the agency that does it" }),
    position: words,
    dueOn,
    words,
  }),
  z.object({ intent: z.literal("withdraw"), version, words }),
  z.object({ intent: z.literal("reopen"), version, dueOn, words }),
  z.object({
    intent: z.literal("publish"),
    version,
    publicLine: words,
    isElectionMinded: z.literal("on").optional(),
  }),
  z.object({ intent: z.literal("withhold"), version, withheldReason: words }),
]);
export type Act = z.output<typeof actSchema>;

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Act["intent"],
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** Which of the page's forms a reply is to: the id of each is its intent. */
export function intentSent(reply: SubmissionResult | undefined): string {
  const intent = reply?.initialValue?.["intent"];
  return typeof intent === "string" ? intent : "";
}
