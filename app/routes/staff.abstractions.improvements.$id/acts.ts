import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { optionalDay, requiredDay } from "#app/components/staff/day-schema.ts";

const version = z.coerce.number({ error: "Read it again, then decide" }).int();
// What it says and how long it may be is for the rules of the plan to judge.
const words = z.string().default("");
const realDay = "The day must be a real date, like 27 3 2027";

const accountId = z
  .string()
  .optional()
  .transform((chosen) => (chosen === undefined || chosen === "" ? null : chosen))
  .pipe(z.uuid({ error: "Choose whose it is" }).nullable());

const tenths = z
  .string()
  .trim()
  .optional()
  .transform((typed, context): number | null => {
    const plain = (typed ?? "").replace(/\s*%$/, "");
    if (plain === "") return null;
    if (/^\d{1,2}(\.\d)?$/.test(plain)) return Math.round(Number(plain) * 10);
    context.addIssue({ code: "custom", message: "Enter a rate in per cent, like 9 or 9.5" });
    return z.NEVER;
  });

/** What the forms of the page send. */
export const improvementSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("plan"),
    version,
    rootCause: words,
    target: words,
    targetRate: tenths,
    targetOn: optionalDay(realDay),
    publicSummary: words,
    owner: accountId,
  }),
  z.object({ intent: z.literal("approve"), version, whyTeamAlone: words }),
  z.object({
    intent: z.literal("action"),
    unit: words,
    otherUnit: words,
    task: words,
    owner: accountId,
    dueOn: requiredDay("Enter the day it is due", realDay),
  }),
  z.object({ intent: z.literal("review"), note: words }),
  z.object({ intent: z.literal("result"), version, result: words }),
]);
export type ImprovementAct = z.output<typeof improvementSchema>;
type Intent = ImprovementAct["intent"];

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Intent,
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** What was just done, said on the page that follows. */
const doneWords: Readonly<Record<Intent, string>> = {
  plan: "The plan is saved.",
  approve: "The plan runs. Its owner is told.",
  action: "The action is in the plan. Whoever owns it is told.",
  review: "Your review is recorded.",
  result: "The result is recorded. Panels and partnerships read it.",
};

const isIntent = (word: string): word is Intent => Object.hasOwn(doneWords, word);
export const doneInWords = (word: string | null): string | null =>
  word !== null && isIntent(word) ? doneWords[word] : null;
