import { z } from "zod";
import { dutyTimesShape } from "#app/components/abstraction/duty-schema.ts";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import { mostPatternDays, readPattern, type PatternDay } from "#app/domain/roster/pattern.ts";
import { daysBetween } from "#app/domain/team/day.ts";

const mostPosts = 60;
const mostLetters = 1_000;

/** A pattern as its form asks for it. */
export const patternSchema = z
  .object({
    intent: z.enum(["try", "lay"]),
    posts: z
      .array(z.uuid(), { error: "Select at least one post" })
      .min(1, "Select at least one post")
      .max(mostPosts, `Select at most ${mostPosts} posts`),
    pattern: z
      .string({ error: "Enter the pattern" })
      .max(mostLetters, `Shorten the pattern to ${mostLetters} characters or fewer`)
      .transform((typed, context): PatternDay[] => {
        const read = readPattern(typed);
        if ("days" in read) return read.days;
        context.addIssue({ code: "custom", message: read.why });
        return z.NEVER;
      }),
    begins: requiredDay("Enter the first day", "The first day must be a real date, like 1 6 2026"),
    until: requiredDay("Enter the last day", "The last day must be a real date, like 31 8 2026"),
    lateReason: dutyTimesShape.lateReason,
  })
  .superRefine(({ begins, until }, context) => {
    const days = daysBetween(begins, until) + 1;
    if (days < 1)
      context.addIssue({
        code: "custom",
        path: ["until"],
        message: "Enter a last day that is not before the first",
      });
    if (days > mostPatternDays)
      context.addIssue({ code: "custom", path: ["until"], message: `Enter at most ${mostPatternDays} days` });
  });
