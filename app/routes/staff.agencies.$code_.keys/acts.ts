import { z } from "zod";
import { requiredDay } from "#app/components/staff/day-schema.ts";

/** What the forms of the page send. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("make"),
    // What it says and how long it may be is for the rules of the key to judge.
    name: z.string().default(""),
    endsOn: requiredDay("Enter the last day it works", "The day must be a real date, like 27 3 2027"),
  }),
  z.object({ intent: z.literal("end"), key: z.uuid() }),
]);

/** What was just done, said on the page that follows. */
export const doneWords = new Map([["end", "The key has ended. It opens nothing from now on."]]);
