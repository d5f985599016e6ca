import { z } from "zod";
import { trapName } from "#app/components/trap-field.tsx";
import { pageProblems } from "#app/domain/page-report/page-report.ts";

const mostWords = 2_000;

/** A new report, or an appeal against what became of one. */
export const schema = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("report"),
    problem: z.enum(pageProblems, { error: "Choose what is wrong" }),
    words: z
      .string({ error: "Tell us what is wrong, so that we can put it right" })
      .max(mostWords, `Shorten this to ${mostWords} characters or fewer`),
    [trapName]: z.string().optional(),
  }),
  z.object({ intent: z.literal("appeal"), report: z.string() }),
]);
