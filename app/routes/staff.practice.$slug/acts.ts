import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { practiceSchema } from "#app/components/practice/practice-schema.ts";

const version = z.number({ error: "Look at the entry again, then change it" }).int();

/** What the forms of an entry’s page send. */
export const actSchema = z.discriminatedUnion("intent", [
  practiceSchema.extend({ intent: z.literal("change"), version }),
  z.object({ intent: z.literal("publish"), version }),
  z.object({ intent: z.literal("withdraw"), version }),
]);

/** The reply to the form that changes it; nothing where another was sent. */
export const replyToChange = (reply: SubmissionResult | undefined): SubmissionResult | undefined =>
  reply?.initialValue?.["intent"] === "change" ? reply : undefined;

/** What was just done, said on the page that follows. */
export const doneWords = new Map([
  ["written", "The entry is saved as a draft. An inspector or the communications team can publish it."],
  ["change", "The entry is changed."],
  ["publish", "The entry is published."],
  ["withdraw", "The entry is out of the library. It is a draft again."],
]);
