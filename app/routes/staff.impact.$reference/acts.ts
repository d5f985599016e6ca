import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { tensionShape } from "#app/components/impact/impact-schema.ts";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import { adviserKinds } from "#app/domain/impact/impact.ts";

const words = z.string().default("");
const version = z.number({ error: "Look at the assessment again, then change it" }).int();

/** What the forms of an assessment's page send. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("review"), version, words, ...tensionShape }),
  z.object({
    intent: z.literal("consult"),
    kind: z.enum(adviserKinds, { error: "Choose whose advice you want" }),
    who: words,
    adviserId: z.uuid().optional(),
    question: words,
  }),
  z.object({ intent: z.literal("advice"), id: z.uuid(), advice: words }),
  z.object({
    intent: z.literal("add-action"),
    task: words,
    position: words,
    dueOn: requiredDay("Enter the day it is due", "Enter a real date, like 27 3 2027"),
  }),
  z.object({ intent: z.literal("finish-action"), id: z.uuid(), result: words }),
  z.object({ intent: z.literal("close"), version, closingWords: words }),
]);
export type ImpactAct = z.output<typeof actSchema>;

export interface Refused {
  reply: SubmissionResult;
  messages: string[];
}

/** The reply to one of the forms, of one of its things where it has several; nothing where another was sent. */
export const replyTo = (
  refused: Refused | undefined,
  intent: ImpactAct["intent"],
  id?: string,
): SubmissionResult | undefined => {
  const sent = refused?.reply.initialValue;
  return sent?.["intent"] === intent && (id === undefined || sent["id"] === id) ? refused?.reply : undefined;
};

/** What was just done, said on the page that follows. */
export const doneWords = new Map([
  ["opened", "The assessment is open."],
  ["changed", "The assessment is changed."],
  ["review", "The review is written down."],
  ["consult", "The question is written down. An adviser who answers here has been told."],
  ["advice", "The advice is written down."],
  ["add-action", "The action is added."],
  ["finish-action", "The action is finished."],
  ["close", "The assessment is closed."],
]);
