import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { requiredDay } from "#app/components/staff/day-schema.ts";

const version = z.number({ error: "Read the agreement again, then decide" }).int();
// What they say and how long they may be is for the rules of the agreement to judge.
const words = z.string().default("");
const realDay = "The day must be a real date, like 27 3 2027";
const agency = z.uuid({ error: "Choose an agency" });

/** What the forms of an agreement's page send. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("sign-party"),
    version,
    agency,
    signatory: words,
    position: words,
    signedOn: requiredDay("Enter the day it was signed", realDay),
  }),
  z.object({
    intent: z.literal("sign"),
    version,
    startsOn: requiredDay("Enter the first day it holds", realDay),
    reviewBy: requiredDay("Enter the day by which it is reviewed", realDay),
  }),
  z.object({ intent: z.literal("leave"), version, agency }),
  z.object({ intent: z.literal("terminate"), version, reason: words }),
]);
export type AgreementAct = z.output<typeof actSchema>;
type Intent = AgreementAct["intent"];

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Intent,
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);

/** What was just done, said on the page that follows. */
export const doneWords = new Map([
  ["draft", "The draft is saved. Record each signature as it comes."],
  ["change", "The draft is changed."],
  ["review", "The review is saved. The agreement holds from today."],
  ["sign-party", "The signature is recorded."],
  ["sign", "The agreement is signed."],
  ["leave", "That is recorded. Nothing more is shared with this agency by the agreement."],
  ["terminate", "The agreement is terminated. Nothing more is shared by it."],
]);
