import { z } from "zod";
import { isSettingName } from "#app/domain/settings/settings.ts";

const wholeNumber = "Enter a whole number";

/** What the forms of the page ask for. */
export const settingSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("setting"),
    name: z.string().refine(isSettingName),
    shown: z.coerce.number().int(),
    value: z
      .string({ error: wholeNumber })
      .trim()
      .regex(/^\d{1,6}$/, wholeNumber)
      .transform(Number),
  }),
  // Left empty, a field is not there at all.
  z.object({
    intent: z.literal("contact-centre"),
    shown: z.string().default(""),
    email: z.string().default(""),
  }),
]);
