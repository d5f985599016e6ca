import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { planStages } from "#app/domain/plan/states.ts";

const version = z.coerce.number({ error: "Read the plan again, then decide" }).int();
// What it says and how long it may be is for the rules of the plan to judge.
const words = z.string().default("");

/** What the forms of the page send. */
export const stepSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("advance"), version }),
  z.object({
    intent: z.literal("pause"),
    version,
    until: requiredDay(
      "Enter the day until which it is paused",
      "The day must be a real date, like 27 3 2027",
    ),
    reason: words,
  }),
  z.object({ intent: z.literal("resume"), version }),
  z.object({
    intent: z.literal("involve"),
    stage: z.enum(planStages, { error: "Select the stage" }),
    heldOn: requiredDay("Enter the day", "The day must be a real date, like 27 3 2027"),
    who: words,
    how: words,
    whatChanged: words,
  }),
  z.object({ intent: z.literal("review"), version, note: words }),
]);
export type PlanAct = z.output<typeof stepSchema>;
type Intent = PlanAct["intent"];

export const permissionFor: Readonly<Record<Intent, Permission>> = {
  advance: "plan:write",
  pause: "plan:approve",
  resume: "plan:approve",
  involve: "plan:write",
  review: "plan:approve",
};

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Intent,
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** What was just done, said on the page that follows. */
const doneWords: Readonly<Record<Intent, string>> = {
  advance: "The next stage is open. People who follow the priority are told.",
  pause: "The plan is paused. People who follow the priority are told why.",
  resume: "The work goes on. People who follow the priority are told.",
  involve: "How the community took part is recorded.",
  review: "Your review is recorded.",
};

const isIntent = (word: string): word is Intent => Object.hasOwn(doneWords, word);
export const doneInWords = (word: string | null): string | null =>
  word !== null && isIntent(word) ? doneWords[word] : null;
