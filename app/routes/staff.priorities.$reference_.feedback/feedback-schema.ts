import { z } from "zod";
import { meetingPlanSchema } from "#app/components/staff/meeting-plan-schema.ts";

// What is too long, or missing, the service says: the text stays in the form either way.
const words = z.string().trim().default("");

/** What the forms of the page send: work taken up again, the outcome report, or the panel's meeting. */
export const feedbackSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("file"),
    version: z.coerce.number().int(),
    done: words,
    changed: words,
    notAchieved: words,
    remains: words,
    before: words,
    after: words,
  }),
  z.object({ intent: z.literal("resume"), version: z.coerce.number().int() }),
  meetingPlanSchema.extend({ intent: z.literal("convene") }),
]);
