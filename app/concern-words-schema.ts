import { z } from "zod";
import { mostEffect, mostPlace, mostWhen, mostWords } from "#app/domain/concern/written.ts";

/** A box that may stay empty. */
export const optionalWords = (most: number, what: string) =>
  z
    .string()
    .trim()
    .max(most, `Shorten ${what} to ${most} characters or fewer`)
    .optional()
    .transform((typed) => (typed === undefined || typed === "" ? null : typed));

/** What a resident writes about a concern. What identifies somebody is flagged for staff, never refused. */
export const concernWordsShape = {
  words: z
    .string({ error: "Enter what worries you" })
    .trim()
    .min(1, "Enter what worries you")
    .max(mostWords, `Shorten what worries you to ${mostWords.toLocaleString("en-GB")} characters or fewer`),
  placeWords: optionalWords(mostPlace, "where it is"),
  whenWords: optionalWords(mostWhen, "when it happens"),
  effectWords: optionalWords(mostEffect, "how it affects people"),
};
