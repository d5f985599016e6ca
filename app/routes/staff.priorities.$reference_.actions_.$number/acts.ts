import type { SubmissionResult } from "@conform-to/react";
import { z } from "zod";
import { actionSchema } from "#app/components/plan/action-schema.ts";
import { actionStates } from "#app/domain/plan/action.ts";

const version = z.coerce.number({ error: "Read the action again, then change it" }).int();

/** What the forms of the page send. */
export const actSchema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("answer"),
    version,
    state: z.enum(actionStates, { error: "Select what came of it" }),
    words: z.string().default(""),
    publicReason: z.string().default(""),
  }),
  actionSchema.extend({ intent: z.literal("change"), version, publicReason: z.string().default("") }),
]);
type Intent = z.output<typeof actSchema>["intent"];

/** The reply to one of the page's forms; nothing where another was sent. */
export const replyFor = (
  reply: SubmissionResult | undefined,
  intent: Intent,
): SubmissionResult | undefined => (reply?.initialValue?.["intent"] === intent ? reply : undefined);
