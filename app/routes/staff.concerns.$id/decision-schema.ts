import { z } from "zod";
import { divertRoutes } from "#app/domain/concern/diversion.ts";
import { reasonsOf, type ReasonList } from "#app/domain/concern/reasons.ts";

// Sent back as it was shown: whoever opened the page read this version.
const version = z.coerce.number().int().nonnegative();

const line = (missing: string, most: number) =>
  z
    .string({ error: missing })
    .trim()
    .max(most, `Shorten this to ${most.toLocaleString("en-GB")} characters or fewer`);

// How long each may be in the end is the summary's own rule.
const mostTyped = 2_000;
const publicText = {
  title: line("Enter a title in your own words", mostTyped),
  summary: line("Enter a summary in your own words", mostTyped),
  place: line("", mostTyped)
    .optional()
    .transform((typed) => (typed === undefined || typed === "" ? null : typed)),
};

const reason = (list: ReasonList) => z.enum(reasonsOf(list), { error: "Choose a reason" });

/** All that may be decided of a concern on its page, one form each. */
export const decisionSchema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("publish"), version, ...publicText }),
  z.object({ intent: z.literal("approve"), version, ...publicText }),
  z.object({ intent: z.literal("return"), version, reason: reason("rewording") }),
  z.object({
    intent: z.literal("merge"),
    version,
    reference: line("Enter the reference of the other concern", 32),
  }),
  z.object({
    intent: z.literal("answer"),
    version,
    reason: reason("answer"),
    answer: line("Write an answer", mostTyped),
  }),
  z.object({
    intent: z.literal("refer"),
    version,
    reason: reason("referral"),
    agencyId: z.uuid({ error: "Choose the agency" }),
  }),
  z.object({ intent: z.literal("reject"), version, reason: reason("rejection") }),
  z.object({
    intent: z.literal("divert"),
    version,
    route: z.enum(divertRoutes, { error: "Choose where it belongs" }),
  }),
  z.object({
    intent: z.literal("appeal"),
    version,
    outcome: z.enum(["upheld", "changed"], { error: "Choose what becomes of the decision" }),
    reason: reason("hearing"),
  }),
]);

export type AskedDecision = z.output<typeof decisionSchema>;
export type Intent = AskedDecision["intent"];

/** What stands in the fields of all these forms; each uses its own. */
export type DecisionFields = Record<
  "title" | "summary" | "place" | "reason" | "reference" | "answer" | "agencyId" | "route" | "outcome",
  string
>;
