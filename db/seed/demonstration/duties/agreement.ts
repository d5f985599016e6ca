import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import { firstCodeTable, type CodeRule } from "#app/domain/abstraction/codes.ts";
import { addDays } from "#app/domain/team/day.ts";
import type * as schema from "#db/schema/index.ts";
import { atHour } from "../history/telling.ts";
import { agreedMonthsAgo } from "./story.ts";

/** The version that the bodies of the demonstration agreed; the first is what every force begins with. */
export const agreedVersion = 2;

/** Since when, seen from the month that the story counts from. */
export const agreedFrom = (anchor: Month): Month => addMonths(anchor, -agreedMonthsAgo);

/** The month from which the story was told, by when its agreement began. */
export const anchorOf = (effectiveFrom: Month): Month => addMonths(effectiveFrom, agreedMonthsAgo);

const courtOfOwnWork = "L2";

/** What was agreed: the first table, but that a day at court is a day away from the neighbourhood whoever's case it is. */
const agreedTable: readonly CodeRule[] = firstCodeTable.map((rule) =>
  rule.code === courtOfOwnWork
    ? { ...rule, countsA: true, note: "Counts in the promise since version 2" }
    : rule,
);

/** The definition as it was agreed in the demonstration, and its table. */
export function agreement(
  anchor: Month,
  first: Pick<typeof schema.abstractionDefinitions.$inferSelect, "words" | "notes">,
): {
  definition: typeof schema.abstractionDefinitions.$inferInsert;
  codes: (typeof schema.abstractionDefinitionCodes.$inferInsert)[];
} {
  const effectiveFrom = agreedFrom(anchor);
  return {
    definition: {
      version: agreedVersion,
      words: first.words,
      notes: first.notes,
      effectiveFrom,
      agreedBy: [
        "Derbyshire Constabulary (demonstration)",
        "Police and Crime Commissioner for Derbyshire (demonstration)",
        "Police Federation and staff unions of the demonstration",
        "Panel representatives of the four command units (demonstration)",
      ],
      consultedOn: addDays(effectiveFrom, -75),
      agreedOn: addDays(effectiveFrom, -24),
      change:
        "Court arising from own neighbourhood work (L2) counts in the promise as well: a day at court is a day away from the neighbourhood. Training for the SNT role (T1) is unchanged: it counts in rate B only.",
      adoptedAt: atHour(addDays(effectiveFrom, -20), 10),
    },
    codes: agreedTable.map((rule, at) => ({ version: agreedVersion, place: at + 1, ...rule })),
  };
}
