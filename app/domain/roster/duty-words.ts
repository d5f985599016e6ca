import { daysBetween, londonDay } from "#app/domain/team/day.ts";

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

const daysOn = ["", " the next day", " two days later"];

/** "07:00 to 15:00", "22:00 to 07:00 the next day", "22:00 to 10:00 two days later" */
export function dutyClock({ startsAt, endsAt }: Times): string {
  const times = `${clockFormat.format(startsAt)} to ${clockFormat.format(endsAt)}`;
  return times + (daysOn[daysBetween(londonDay(startsAt), londonDay(endsAt))] ?? "");
}

/** "07:00 to 15:00 on Wed, 3 Jun 2026" */
export const dutyInWords = (times: Times): string =>
  `${dutyClock(times)} on ${dayFormat.format(times.startsAt)}`;
