import { z } from "zod";
import { codes } from "#app/domain/abstraction/codes.ts";
import {
  dayForms,
  durationUnits,
  problemsOfMapping,
  rosterClocks,
  twiceRules,
} from "#app/domain/roster/mapping.ts";

const mostLetters = 60;
const mostPosts = 5_000;
const mostCodes = 500;
const column = z.string().trim().min(1).max(mostLetters);
const otherColumn = column.nullable().default(null);
const fewer = (most: number) => (record: object) => Object.keys(record).length <= most;

/** What a mapping is called, in commands and addresses. */
export const mappingName = z
  .string({ error: "Enter a name for the mapping" })
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {
    error: "A name has small letters, figures and hyphens, at most 40, like origin-duties",
  });

/** A mapping as it is stored and as its file has it. */
export const mappingSchema = z
  .strictObject({
    columns: z.strictObject({
      post: column,
      start: column,
      startTime: otherColumn,
      end: otherColumn,
      endTime: otherColumn,
      duration: otherColumn,
      offset: otherColumn,
      endOffset: otherColumn,
      code: otherColumn,
      reference: otherColumn,
    }),
    days: z.enum(dayForms).default("year-month-day"),
    durations: z.enum(durationUnits).default("hours"),
    clock: z.enum(rosterClocks).default("london"),
    twice: z.enum(twiceRules).default("refuse"),
    codes: z
      .record(
        z
          .string()
          .trim()
          .max(mostLetters)
          .transform((code) => code.toUpperCase()),
        z.enum(["duty", "ignore", ...codes]),
      )
      .refine(fewer(mostCodes), { error: `At most ${mostCodes} codes` })
      .default({}),
    posts: z
      .record(z.string().trim().min(1).max(mostLetters), column)
      .refine(fewer(mostPosts), { error: `At most ${mostPosts} posts` })
      .default({}),
    trailer: column.nullable().default(null),
  })
  .superRefine((mapping, context) => {
    for (const [field, message] of problemsOfMapping(mapping))
      context.addIssue({ code: "custom", path: [field], message });
  });
