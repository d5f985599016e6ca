import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { optionalDay } from "#app/components/staff/day-schema.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { activityMethods, activityPurposes } from "#app/domain/engagement/engagement.ts";
import type { Permission } from "#app/domain/permissions.ts";

const version = z.number({ error: "Look at the plan again, then change it" }).int();
const words = z.string().default("");
const mostPeople = 100_000;
const people = "Enter how many people as a whole number, or leave it empty";
const count = z
  .number({ error: people })
  .int(people)
  .min(0, people)
  .max(mostPeople, `Enter ${mostPeople} or fewer`)
  .nullable()
  .default(null);
const cost = "Enter the cost in pounds, like 40 or 12.50, or leave it empty";
const activityId = z.uuid({ error: "Look at the plan again, then change it" });

const activity = z.object({
  version,
  purpose: z.enum(activityPurposes, { error: "Choose what it is for" }),
  method: z.enum(activityMethods, { error: "Choose how people are reached" }),
  audience: z.string({ error: "Say who this activity is for" }),
  place: words,
  heldOn: optionalDay("The day must be a real date, like 27 3 2027"),
  hours: words,
  formatAndLanguage: words,
  /** "staff:…" or "agency:…"; nothing is the team of the neighbourhood. */
  owner: z
    .string()
    .regex(/^(?:staff|agency):[0-9a-f-]{36}$/, "Choose who runs it from the list")
    .nullable()
    .default(null),
  targetReach: count,
  cost: z.number({ error: cost }).min(0, cost).max(1_000_000, cost).nullable().default(null),
});

/** What the forms of the page send. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    version,
    audience: words,
    underHeard: words,
    underHeardWhy: words,
    advice: words,
  }),
  activity.extend({ intent: z.literal("add") }),
  activity.extend({ intent: z.literal("change"), activityId }),
  z.object({
    intent: z.literal("record"),
    version,
    activityId,
    actualReach: count,
    heard: words,
    feedbackGiven: words,
    feedbackOn: optionalDay("The day must be a real date, like 27 3 2027"),
    isCancelled: z.literal("yes").optional(),
  }),
  z.object({ intent: z.literal("approve"), version }),
  z.object({ intent: z.literal("evaluate"), version, evaluation: words }),
]);
export type Act = z.output<typeof actSchema>;
type Intent = Act["intent"];

export const permissionFor: Readonly<Record<Intent, Permission>> = {
  save: "plan:write",
  add: "plan:write",
  change: "plan:write",
  record: "plan:write",
  approve: "priority:accept",
  evaluate: "plan:approve",
};

/** What was just done, said on the page that follows. */
export const doneWords = new Map<string, string>([
  ["save", "The plan is saved."],
  ["add", "The activity is added."],
  ["change", "The activity is changed."],
  ["record", "What came of the activity is recorded."],
  ["approve", "The engagement plan is approved."],
  ["evaluate", "The engagement plan is evaluated."],
] satisfies [Intent, string][]);

/** The reply to one of the page’s forms, of one activity where it is about one; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Intent,
  activity?: string,
): SubmissionResult | undefined =>
  reply?.initialValue?.["intent"] === intent &&
  (activity === undefined || reply.initialValue["activityId"] === activity)
    ? reply
    : undefined;

// An interface would want an index for every other name.
export type ActivityFields = Record<
  | "purpose"
  | "method"
  | "audience"
  | "place"
  | "hours"
  | "formatAndLanguage"
  | "owner"
  | "targetReach"
  | "cost",
  string
> & { heldOn: DayParts | undefined };
