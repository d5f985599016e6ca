import { z } from "zod";
import { feedbackAnswers, toldAnswers } from "#app/domain/feedback/answers.ts";

/** What somebody says of a priority, as each of the forms sends it. How long the reason may be, the service says. */
export const answerSchema = z.object({
  answer: z.enum(feedbackAnswers, { error: "Select what has become of the problem" }),
  told: z.enum(toldAnswers, { error: "Select whether you were told what was done" }),
  words: z.string().optional(),
});
