import { timeInWords, weekdayInWords } from "#app/domain/calendar/words.ts";
import type { Day } from "#app/domain/team/day.ts";

/** "Tuesday 3 March, 2pm": when a meeting begins. */
export const meetingMoment = (startsAt: Date, today: Day): string =>
  `${weekdayInWords(startsAt, today)}, ${timeInWords(startsAt)}`;

/** "4 open, 1 late". */
export const actionsInWords = ({ open, late }: { open: number; late: number }): string =>
  open === 0 ? "No open action" : `${open} open${late > 0 ? `, ${late} late` : ""}`;
