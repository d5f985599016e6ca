import { z } from "zod";
import { concernWordsShape } from "#app/concern-words-schema.ts";
import { concernCategories } from "#app/domain/concern/categories.ts";
import { enteredSources } from "#app/domain/concern/sources.ts";

/** The form that enters a concern for somebody. */
export const enterSchema = z.object({
  id: z.uuid(),
  slug: z.string({ error: "Choose the neighbourhood" }),
  source: z.enum(enteredSources, { error: "Choose how it came in" }),
  category: z.enum(concernCategories, { error: "Choose what it is about" }),
  resident: z
    .string()
    .trim()
    .max(32, "Enter a reference like R-7K3F")
    .optional()
    .transform((typed) => (typed === undefined || typed === "" ? null : typed)),
  ...concernWordsShape,
});

/** What stands in its fields. */
export type EnterFields = Record<
  "slug" | "source" | "category" | "resident" | "words" | "placeWords" | "whenWords" | "effectWords",
  string
>;
