import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";

/** What the forms of an agency's page send. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("rename"),
    name: z
      .string({ error: "Enter the agency’s name" })
      .trim()
      .min(2, "Enter the agency’s name")
      .max(100, "Enter a name of at most 100 characters"),
  }),
  z.object({ intent: z.literal("end-access"), account: z.uuid() }),
  z.object({
    intent: z.literal("name-lead"),
    lead: z.uuid({ error: "Choose again who leads it" }).optional(),
  }),
]);
export type AgencyAct = z.output<typeof actSchema>;

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: AgencyAct["intent"],
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** What was just done, said on the page that follows. */
export const doneWords = new Map([
  ["add", "The agency is added. Its people are invited under Invitations."],
  ["rename", "The agency has its new name."],
  ["end-access", "Their access has ended and they are signed out everywhere."],
  ["name-lead", "Who leads the agency is saved."],
]);
