import { z } from "zod";
import { concernWordsShape } from "#app/concern-words-schema.ts";
import { complaintChoice, concernCategories } from "#app/domain/concern/categories.ts";

const choices = [...concernCategories, complaintChoice.value] as const;

const position = z.string().max(30).optional();

export const raiseSchema = z.object({
  category: z.enum(choices, { error: "Select what it is about" }),
  ...concernWordsShape,
  lng: position,
  lat: position,
  /** Seals the concern's id and the moment the form was shown. */
  stamp: z.string().max(500).optional(),
  /** No person sees it; what fills in everything fills it in too. */
  website: z.string().max(200).optional(),
});
