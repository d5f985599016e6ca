import { z } from "zod";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import { codes } from "#app/domain/abstraction/codes.ts";
import { clockSides } from "#app/domain/abstraction/local-time.ts";

const mostNumber = 999;
const words = z.string().trim().default("");
const optionalNumber = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
  z.coerce
    .number({ error: "Enter a whole number, like 8" })
    .int("Enter a whole number, like 8")
    .min(0, "Enter 0 or more")
    .max(mostNumber, `Enter ${mostNumber} or fewer`)
    .optional(),
);

/** What the form sends; what only the table of codes or the clock knows is checked by the service. */
export const requestSchema = z.object({
  post: z.uuid({ error: "Select which officer you ask for" }),
  code: z.enum(codes, { error: "Select what the officer is for" }),
  day: requiredDay("Enter the day", "The day must be a real date, like 27 11 2026"),
  startsAt: words,
  startSide: z.enum(clockSides).optional(),
  endsAt: words,
  endSide: z.enum(clockSides).optional(),
  gone: z.literal("yes").optional(),
  unit: words,
  reason: words,
  team: z.uuid().optional(),
  minimum: optionalNumber,
  actual: optionalNumber,
});
