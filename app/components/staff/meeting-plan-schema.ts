import { z } from "zod";
import type { DayParts } from "#app/domain/account/day-parts.ts";
import { resolutionFormats } from "#app/domain/panel/resolution-kinds.ts";
import { requiredDay } from "./day-schema.ts";

const mostDays = 28;

/** When and how a panel is to meet, as its form sends it. */
export const meetingPlanSchema = z.object({
  format: z.enum(resolutionFormats, { error: "Select how the panel meets" }),
  heldOn: requiredDay("Enter the day of the meeting", "The day must be a real date, like 27 3 2027"),
  writtenVoteDays: z.coerce
    .number({ error: "Enter a number of days, like 7" })
    .int("Enter a whole number of days")
    .min(0, "Enter 0 or more days")
    .max(mostDays, `Enter ${mostDays} days or fewer`),
});

// An interface would want an index for every other name.
export type MeetingPlanFields = {
  format: string;
  heldOn: DayParts | undefined;
  writtenVoteDays: string;
};
