import { londonDay } from "#app/domain/team/day.ts";

const dayFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const clockFormat = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  hour: "2-digit",
  minute: "2-digit",
});

interface Times {
  startsAt: Date;
  endsAt: Date;
}

/** "07:00 to 15:00", "22:00 to 07:00 the next day" */
export function dutyClock({ startsAt, endsAt }: Times): string {
  const times = `${clockFormat.format(startsAt)} to ${clockFormat.format(endsAt)}`;
  return londonDay(startsAt) === londonDay(endsAt) ? times : `${times} the next day`;
}

/** "07:00 to 15:00 on Wed, 3 Jun 2026" */
export const dutyInWords = (times: Times): string =>
  `${dutyClock(times)} on ${dayFormat.format(times.startsAt)}`;
