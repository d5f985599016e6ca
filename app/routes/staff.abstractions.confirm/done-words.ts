import type { Day } from "#app/domain/team/day.ts";
import type { DutiesConfirmed } from "#app/services/abstraction/confirm-duties.server.ts";

/** What was done, for the address of the page that follows. */
export const queryOf = ({ confirmed, changed }: DutiesConfirmed, week: Day | null): string =>
  [
    `done=${confirmed}`,
    ...(changed > 0 ? [`changed=${changed}`] : []),
    ...(week === null ? [] : [`week=${week}`]),
  ].join("&");

const countOf = (words: string | null): number => (/^\d{1,4}$/.test(words ?? "") ? Number(words) : 0);
const duties = (count: number) => (count === 1 ? "1 duty" : `${count} duties`);

/** The same, said on that page; null where nothing was done. */
export function doneInWords(done: string | null, changed: string | null): string | null {
  if (done === null) return null;
  const count = countOf(done);
  const again = countOf(changed);
  const said = count === 0 ? "No duty was left to confirm." : `${duties(count)} confirmed.`;
  return again === 0
    ? said
    : `${said} What is logged in ${duties(again)} has changed since you opened the page: look again.`;
}
