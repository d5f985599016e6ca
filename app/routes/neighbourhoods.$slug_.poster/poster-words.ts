import { dayInWords } from "#app/domain/account/day-words.ts";
import type { Day } from "#app/domain/team/day.ts";

/** "from 3 to 20 March 2027": what two days share is said once. */
export function voteDaysInWords(firstDay: Day, lastDay: Day): string {
  const [first, last] = [dayInWords(firstDay).split(" "), dayInWords(lastDay).split(" ")];
  const [, month, year] = last;
  const shared = first[2] !== year ? 3 : first[1] !== month ? 2 : 1;
  return `from ${first.slice(0, shared).join(" ")} to ${last.join(" ")}`;
}
