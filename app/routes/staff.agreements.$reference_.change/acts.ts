import { z } from "zod";
import { agreementSchema, type AgreementFormFields } from "#app/components/agreement/agreement-schema.ts";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import type { DayParts } from "#app/domain/account/day-parts.ts";

const version = z.number({ error: "Read the agreement again, then change it" }).int();

/** What the page's form sends: a draft, or an agreement as it stands after its review. */
export const actSchema = z.discriminatedUnion("intent", [
  agreementSchema.extend({ intent: z.literal("change"), version }),
  agreementSchema.extend({
    intent: z.literal("review"),
    version,
    agreed: z.array(z.uuid()).default([]),
    reviewBy: requiredDay(
      "Enter the day by which it is reviewed again",
      "The day must be a real date, like 27 3 2027",
    ),
  }),
]);

export type ReviewFormFields = AgreementFormFields & { agreed: string[]; reviewBy: DayParts | undefined };
