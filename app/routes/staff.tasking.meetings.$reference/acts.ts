import { z } from "zod";

/** What is done on the page of a meeting itself. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("open") }),
  z.object({ intent: z.literal("coming") }),
  z.object({ intent: z.literal("apologies") }),
  z.object({ intent: z.literal("declare") }),
]);

const doneWords = new Map([
  ["called", "The meeting is called. Everybody with a seat is asked by mail, with a file for their calendar."],
  ["changed", "The meeting is changed. If it moved, everybody who is asked is told."],
  ["cancelled", "The meeting is cancelled. Everybody who is asked is told, and their calendars with them."],
  ["item", "The agenda is changed."],
  ["coming", "You are coming."],
  ["apologies", "Your apologies are sent."],
  ["declare", "Your confidentiality declaration is made."],
]);

/** What was just done, as the address says it. */
export const doneInWords = (done: string | null): string | null => doneWords.get(done ?? "") ?? null;
