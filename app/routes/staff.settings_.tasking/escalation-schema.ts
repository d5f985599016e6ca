import { z } from "zod";
import { mostEscalationDays } from "#app/domain/settings/escalation.ts";

const words = `Enter a whole number of days from 0 to ${mostEscalationDays}`;
const days = z
  .string({ error: words })
  .trim()
  .regex(/^\d{1,3}$/, words)
  .transform(Number);

/** Four figures, and the stamp of those that were shown. How they go together is the service's to say. */
export const escalationSchema = z.object({
  shown: z.string().default(""),
  owner: days,
  lead: days,
  chair: days,
  board: days,
});
