import { z } from "zod";
import { authorities } from "#app/domain/abstraction/authority.ts";
import { codes } from "#app/domain/abstraction/codes.ts";

const mostMinimum = 200;
const mostName = 60;

/** What the page's forms send: one line of the table, or one response team. */
export const settingsSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("authority"),
    code: z.enum(codes),
    overMinutes: z.coerce.number().int().min(0),
    authority: z.enum(authorities, { error: "Select who authorises it" }),
    told: z.enum(authorities).optional(),
  }),
  z.object({
    intent: z.literal("team"),
    id: z.uuid().optional(),
    code: z
      .string({ error: "Enter a code, like RB1" })
      .trim()
      .regex(/^[A-Z0-9]{1,10}$/, "Enter a code of up to 10 capital letters and digits, like RB1"),
    name: z
      .string({ error: "Enter the team’s name" })
      .trim()
      .min(1, "Enter the team’s name")
      .max(mostName, `Shorten the name to ${mostName} characters or fewer`),
    minimum: z.coerce
      .number({ error: "Enter its minimum strength, like 8" })
      .int("Enter a whole number, like 8")
      .min(1, "Enter 1 or more")
      .max(mostMinimum, `Enter ${mostMinimum} or fewer`),
    isClosed: z.literal("yes").optional(),
  }),
]);
