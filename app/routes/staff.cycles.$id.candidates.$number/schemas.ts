import { z } from "zod";
import { marks, type Mark } from "#app/domain/candidate/score.ts";

const version = z.coerce.number().int();
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Shorten this to ${most} characters or fewer`)
    .optional()
    .transform((text) => (text === undefined || text === "" ? null : text));
const noTitle = "Enter a title of a few words";
const noStatement = "Say in one sentence what the problem is";
const mark = z
  .string()
  .optional()
  .transform((text): Mark | null => marks.find((one) => String(one) === text) ?? null);

/** The three forms of a candidate's page. */
export const candidateSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("card"),
    version,
    title: z.string({ error: noTitle }).trim().min(3, noTitle).max(80, "Shorten the title to 80 characters"),
    statement: z
      .string({ error: noStatement })
      .trim()
      .min(10, noStatement)
      .max(400, "Shorten the sentence to 400 characters or fewer"),
    trendWords: words(600),
    trendSource: words(200),
    partnersWords: words(600),
    harmWords: words(600),
    underHeardWords: words(600),
  }),
  z.object({
    intent: z.literal("marks"),
    version,
    scoreEvidence: mark,
    scoreHarm: mark,
    scoreUnderHeard: mark,
    scoreChangeable: mark,
    scoreNotInHand: mark,
  }),
  z.object({
    intent: z.literal("decide"),
    version,
    decision: z.enum(["on", "off"], { error: "Choose whether it goes on the shortlist" }),
    reason: words(300).transform((text) => text ?? ""),
  }),
]);

export const cardFields = [
  "title",
  "statement",
  "trendWords",
  "trendSource",
  "partnersWords",
  "harmWords",
  "underHeardWords",
] as const;
export const markFields = [
  "scoreEvidence",
  "scoreHarm",
  "scoreUnderHeard",
  "scoreChangeable",
  "scoreNotInHand",
] as const;
export const decisionFields = ["decision", "reason"] as const;

type Fields<Names extends readonly string[]> = Record<Names[number], string>;
export type CardFields = Fields<typeof cardFields>;
export type MarkFields = Fields<typeof markFields>;
export type DecisionFields = Fields<typeof decisionFields>;
