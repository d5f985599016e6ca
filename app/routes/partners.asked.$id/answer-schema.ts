import { z } from "zod";
import { taskingAnswers } from "#app/domain/tasking/moves.ts";

/** What the forms of an action send: one button is one answer. */
export const answerSchema = z.object({
  version: z.coerce.number({ error: "Read the action again, then answer" }).int(),
  answer: z.enum(taskingAnswers, { error: "Choose what came of it" }),
  words: z.string().default(""),
  publicLine: z.string().default(""),
  withheldReason: z.string().default(""),
});

// An interface would want an index for every other name.
export type AnswerFields = Record<"words" | "publicLine" | "withheldReason", string>;
