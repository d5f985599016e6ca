import { addDays, londonDay, type Day } from "#app/domain/team/day.ts";
import { endingOf, type ConcernState } from "./states.ts";

/** Words that nobody read, or that were rejected, are kept so many days (docs/how-to/dispose-of-old-records.md). */
const unusedWordsDays = 90;
const yearDays = 365;

const unused: readonly ConcernState[] = ["submitted", "returned-for-rewording", "rejected", "upheld"];
const handedOn: readonly ConcernState[] = [
  "diverted-crime",
  "diverted-emergency",
  "diverted-safeguarding",
  "diverted-intelligence",
];

/**
 * From which day on a resident's words go, once the concern has come to `state`. Null while they are still worked with,
 * and for what waits for another service to take it: ours is the only copy until it is acknowledged.
 */
export function wordsGoOn(state: ConcernState, at: Date, waitsForAnother: boolean): Day | null {
  if (waitsForAnother || handedOn.includes(state)) return null;
  if (unused.includes(state)) return addDays(londonDay(at), unusedWordsDays);
  return endingOf(state) === "end" ? addDays(londonDay(at), yearDays) : null;
}
