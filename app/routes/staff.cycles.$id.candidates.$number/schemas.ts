import { z } from "zod";
import { candidateWords, chosenConcerns } from "#app/components/staff/candidate-words-schema.ts";
import { marks, type Mark } from "#app/domain/candidate/score.ts";
import { removalReasons, takingOffReasons } from "#app/domain/concern/candidacy.ts";

/** Which candidate the form was about, as its sender saw it. */
const shown = { candidateId: z.uuid(), version: z.coerce.number().int() };
const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Shorten this to ${most} characters or fewer`)
    .optional()
    .transform((text) => (text === undefined || text === "" ? null : text));
const mark = z
  .string()
  .optional()
  .transform((text): Mark | null => marks.find((one) => String(one) === text) ?? null);
const noneOff = "Choose at least one concern to take off";

/** The forms of a candidate's page. */
export const candidateSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("card"),
    ...shown,
    ...candidateWords,
    trendWords: words(600),
    trendSource: words(200),
    partnersWords: words(600),
    harmWords: words(600),
    underHeardWords: words(600),
  }),
  z.object({
    intent: z.literal("marks"),
    ...shown,
    scoreEvidence: mark,
    scoreHarm: mark,
    scoreUnderHeard: mark,
    scoreChangeable: mark,
    scoreNotInHand: mark,
  }),
  z.object({
    intent: z.literal("decide"),
    ...shown,
    decision: z.enum(["on", "off"], { error: "Choose whether it goes on the shortlist" }),
    reason: words(300).transform((text) => text ?? ""),
  }),
  z.object({ intent: z.literal("join"), ...shown, concernIds: chosenConcerns }),
  z.object({
    intent: z.literal("take-off"),
    ...shown,
    offIds: z.array(z.uuid(), { error: noneOff }).min(1, noneOff),
    offReason: z.enum(takingOffReasons, { error: "Choose why they are taken off" }),
  }),
  z.object({
    intent: z.literal("remove"),
    ...shown,
    removalReason: z.enum(removalReasons, { error: "Choose why the candidate is removed" }),
  }),
]);
export type AskedChange = z.output<typeof candidateSchema>;

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
// An interface would want an index for every other name.
export type JoinFields = { concernIds: string[] };
export type TakeOffFields = { offIds: string[]; offReason: string };
export type RemovalFields = { removalReason: string };
