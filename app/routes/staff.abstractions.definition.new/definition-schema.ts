import { z } from "zod";
import { optionalDay } from "#app/components/staff/day-schema.ts";
import { countingOf, countings, type WantedDefinition } from "#app/domain/abstraction/adoption.ts";
import { codes, type CodeRule } from "#app/domain/abstraction/codes.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";

const words = z.string().default("");
const realDay = "Enter a real date, like 27 3 2027";

/** A version of the definition as the form sends it. */
export const definitionSchema = z
  .object({
    words,
    notes: words,
    change: words,
    effectiveFrom: words,
    agreedBy: words.transform((lines) =>
      lines
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ),
    agreedOn: optionalDay(realDay),
    consultedOn: optionalDay(realDay),
    codes: z
      .array(
        z.object({
          code: z.enum(codes),
          words,
          counts: z.enum(countings, { error: "Select what it counts as" }),
          note: words,
        }),
      )
      .max(codes.length)
      .default([]),
  })
  .transform((typed): WantedDefinition => typed);

// An interface would want an index for every other name.
export type DefinitionFields = {
  words: string;
  notes: string;
  change: string;
  effectiveFrom: string;
  agreedBy: string;
  agreedOn: DayParts | undefined;
  consultedOn: DayParts | undefined;
  codes: { code: string; words: string; counts: string; note: string }[];
};

/** The version in force as the form shows it: every code that the platform knows, with what it counts as now. */
export const typedDefinition = (
  inForce: Pick<WantedDefinition, "words" | "notes"> & { codes: readonly CodeRule[] },
) => ({
  words: inForce.words,
  notes: inForce.notes,
  codes: codes.map((code) => {
    const rule = inForce.codes.find((one) => one.code === code);
    return rule === undefined
      ? { code, words: "", counts: "unused", note: "" }
      : { code, words: rule.words, counts: countingOf(rule), note: rule.note };
  }),
});
