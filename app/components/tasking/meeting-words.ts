import { timeInWords, weekdayInWords } from "#app/domain/calendar/words.ts";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import type { Day } from "#app/domain/team/day.ts";

/** "Tuesday 3 March, 2pm": when a meeting begins. */
export const meetingMoment = (startsAt: Date, today: Day): string =>
  `${weekdayInWords(startsAt, today)}, ${timeInWords(startsAt)}`;

/** "4 open, 1 late". */
export const actionsInWords = ({ open, late }: { open: number; late: number }): string =>
  open === 0 ? "No open action" : `${open} open${late > 0 ? `, ${late} late` : ""}`;

const comingWords = [
  ["present", "present"],
  ["coming", "coming"],
  ["apologies", "sent apologies"],
  ["absent", "did not come"],
  ["invited", "not answered"],
] as const satisfies readonly (readonly [AttendanceState, string])[];

/** "4 coming, 2 sent apologies, 1 not answered": whoever is asked, by what they said or was found. */
export const comersInWords = (comers: readonly { state: AttendanceState }[]): string =>
  comingWords
    .map(([of, words]) => ({ words, count: comers.filter(({ state }) => state === of).length }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`)
    .join(", ");
