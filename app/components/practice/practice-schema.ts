import { z } from "zod";
import { concernCategories } from "#app/domain/concern/categories.ts";
import type { WantedPractice } from "#app/domain/practice/practice.ts";

const words = z.string().default("");
const wholeYear = "Enter the year in four digits, like 2026";
const answers = ["yes", "no", "unknown"] as const;

/** A practice entry as the form sends it. */
export const practiceSchema = z.object({
  title: words,
  category: z.enum(concernCategories, { error: "Choose what it is about" }),
  problem: words,
  response: words,
  outcome: words,
  evaluatedBy: words,
  isTransferable: z.enum(answers, { error: "Say whether it can be done elsewhere" }),
  transferNote: words,
  contactRole: words,
  year: z.number({ error: wholeYear }).int(wholeYear),
});

const orNull = (text: string) => (text.trim() === "" ? null : text);

/** What was typed, as the rules take it. */
export const toWanted = ({
  evaluatedBy,
  isTransferable,
  transferNote,
  ...typed
}: z.output<typeof practiceSchema>): WantedPractice => ({
  title: typed.title,
  category: typed.category,
  problem: typed.problem,
  response: typed.response,
  outcome: typed.outcome,
  contactRole: typed.contactRole,
  year: typed.year,
  evaluatedBy: orNull(evaluatedBy),
  isTransferable: isTransferable === "unknown" ? null : isTransferable === "yes",
  transferNote: orNull(transferNote),
});

// An interface would want an index for every other name.
export type PracticeFormFields = Record<keyof WantedPractice, string>;

/** An entry as the form shows it. */
export const toTyped = ({
  evaluatedBy,
  isTransferable,
  transferNote,
  year,
  title,
  category,
  problem,
  response,
  outcome,
  contactRole,
}: WantedPractice): PracticeFormFields => ({
  title,
  category,
  problem,
  response,
  outcome,
  contactRole,
  evaluatedBy: evaluatedBy ?? "",
  isTransferable: isTransferable === null ? "unknown" : isTransferable ? "yes" : "no",
  transferNote: transferNote ?? "",
  year: String(year),
});
