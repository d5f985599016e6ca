import { z } from "zod";
import { measureFieldsSchema } from "#app/components/plan/measure-schema.ts";

/** As the measure was when the form was shown. */
const shown = { version: z.coerce.number().int() };
const mostCharacters = 4_000;

/** The forms of a measure's page. */
export const measureFormsSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("figures"),
    ...shown,
    figures: z
      .string({ error: "Enter a date and a figure" })
      .max(mostCharacters, `Enter ${mostCharacters} characters or fewer at a time`),
  }),
  z.object({ intent: z.literal("change"), ...shown, ...measureFieldsSchema }),
  z.object({
    intent: z.literal("remove"),
    ...shown,
    isSure: z.literal("yes", { error: "Say that you want to remove it" }),
  }),
]);
export type AskedOfMeasure = z.output<typeof measureFormsSchema>;
