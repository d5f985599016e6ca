import { timeInWords, weekdayInWords } from "#app/domain/calendar/words.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";

interface Times {
  startsAt: Date;
  endsAt: Date;
}

/** "Tuesday 24 November, 2pm to 4pm", and both days where it ends on another. */
export function spanInWords({ startsAt, endsAt }: Times, today: Day): string {
  const from = `${weekdayInWords(startsAt, today)}, ${timeInWords(startsAt)}`;
  return londonDay(startsAt) === londonDay(endsAt)
    ? `${from} to ${timeInWords(endsAt)}`
    : `${from} to ${weekdayInWords(endsAt, today)}, ${timeInWords(endsAt)}`;
}

/** "2 hours 30 minutes". */
export function lengthInWords({ startsAt, endsAt }: Times): string {
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  const parts = [
    [Math.floor(minutes / 60), "hour"],
    [minutes % 60, "minute"],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? "" : "s"}`)
    .join(" ");
}
