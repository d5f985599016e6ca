import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { coveredDays, type PostDays } from "#app/domain/roster/covered-days.ts";
import { mostDutyHours, type RosterRow } from "#app/domain/roster/read-row.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import type { PostSpan, RosterReach } from "#db/queries/roster-switch.ts";

const longestMs = mostDutyHours * 3_600_000;

interface Reached {
  reach: RosterReach;
  /** The time whose figures may change. */
  touched: PostSpan[];
  firstDay: Day;
  lastDay: Day;
}

/** What a roster may change. One with codes alone leaves duties as they are, and one with duties alone the codes. */
export function reachOf(
  rosterId: string,
  { rows, saysCodes }: { rows: readonly RosterRow[]; saysCodes: boolean },
  notBefore: Day | null,
): Reached {
  const { covered, stretches } = coveredDays(rows, notBefore);
  const firstDay = stretches.map((days) => days.firstDay).sort()[0];
  const lastDay = stretches
    .map((days) => days.lastDay)
    .sort()
    .at(-1);
  if (firstDay === undefined || lastDay === undefined)
    throw new Error("A roster without a row to take came to be put in force.");
  const spans = covered.map(spanOf);
  const saysDuties = rows.some(({ state, code }) => state === "taken" && code === null);
  return {
    reach: {
      rosterId,
      postIds: [...new Set(stretches.map(({ postId }) => postId))].sort(),
      from: londonInstant(firstDay, 0),
      to: londonInstant(addDays(lastDay, 1), 0),
      dutyDays: saysDuties ? spans : [],
      entryDays: saysCodes ? spans : [],
    },
    touched: stretches.map((days) => {
      const { postId, from, to } = spanOf(days);
      // A duty that is replaced may last into the next month.
      return { postId, from, to: new Date(Math.max(to.getTime() + longestMs, days.lastEnd.getTime())) };
    }),
    firstDay,
    lastDay,
  };
}

const spanOf = ({ postId, firstDay, lastDay }: PostDays): PostSpan => ({
  postId,
  from: londonInstant(firstDay, 0),
  to: londonInstant(addDays(lastDay, 1), 0),
});

/** The same, up to a later moment: what is withdrawn may last longer than what is written. */
export const lengthened = (spans: readonly PostSpan[], until: Date | null): PostSpan[] =>
  spans.map((span) => ({ ...span, to: until !== null && until > span.to ? until : span.to }));
