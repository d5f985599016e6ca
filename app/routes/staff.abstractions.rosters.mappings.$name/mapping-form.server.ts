import { z } from "zod";
import type { RosterMapping } from "#app/domain/roster/mapping.ts";
import { readPairs, writePairs } from "#app/domain/roster/mapping-lines.ts";
import { mappingName, mappingSchema } from "#app/services/roster/mapping-schema.server.ts";

const cell = z.string().trim().optional();
const pairs = z
  .string()
  .optional()
  .transform((typed, context): Record<string, string> => {
    const read = readPairs(typed ?? "");
    if ("pairs" in read) return read.pairs;
    context.addIssue({ code: "custom", message: read.why });
    return z.NEVER;
  });

/** What is typed; whether it makes a mapping is `mappingSchema`'s to say. */
export const typedMappingSchema = z.object({
  name: mappingName,
  post: z.string({ error: "Name the column of the post" }).trim(),
  start: z.string({ error: "Name the column of the start" }).trim(),
  startTime: cell,
  end: cell,
  endTime: cell,
  duration: cell,
  offset: cell,
  endOffset: cell,
  code: cell,
  reference: cell,
  days: z.string().optional(),
  durations: z.string().optional(),
  clock: z.string().optional(),
  twice: z.string().optional(),
  codes: pairs,
  posts: pairs,
  trailer: cell,
});

/** A mapping from what was typed, or what is wrong with it, by field. */
export function mappingOf(
  typed: Omit<z.output<typeof typedMappingSchema>, "name">,
): { mapping: RosterMapping } | { errors: Record<string, string[]> } {
  const { days, durations, clock, twice, codes, posts, trailer, ...columns } = typed;
  const parsed = mappingSchema.safeParse({
    columns,
    days,
    durations,
    clock,
    twice,
    codes: Object.fromEntries(
      Object.entries(codes).map(([code, meaning]) => [
        code,
        /^[a-z]\d$/i.test(meaning) ? meaning.toUpperCase() : meaning,
      ]),
    ),
    posts,
    trailer,
  });
  if (parsed.success) return { mapping: parsed.data };
  const errors: Record<string, string[]> = {};
  for (const { path, message } of parsed.error.issues) {
    const field = String(path[0] === "columns" ? path[1] : path[0]);
    const words =
      field === "codes" && path.length > 1
        ? `${String(path[1])} must be duty, ignore or one of our codes, like L1`
        : message;
    errors[field] = [...(errors[field] ?? []), words];
  }
  return { errors };
}

/** A stored mapping as the form shows it. */
export function typedOf(
  name: string,
  { columns, codes, posts, trailer, ...rest }: RosterMapping,
): Record<string, string> {
  return {
    name,
    ...Object.fromEntries(
      Object.entries<string | null>({ ...columns }).filter(
        (named): named is [string, string] => named[1] !== null,
      ),
    ),
    ...rest,
    codes: writePairs(codes),
    posts: writePairs(posts),
    ...(trailer === null ? {} : { trailer }),
  };
}
