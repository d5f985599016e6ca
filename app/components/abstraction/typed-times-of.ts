import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { localTime } from "#app/domain/abstraction/local-time.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import { londonDay } from "#app/domain/team/day.ts";

const dayMs = 86_400_000;

/** Which of two hours an instant lies in; nothing where clocks show it once. */
function sideOf(at: Date): string {
  const day = londonDay(at);
  const clock = at.toLocaleTimeString("en-GB", {
    timeZone: "Europe/London",
    hour: "2-digit",
    minute: "2-digit",
  });
  const [hour = 0, minute = 0] = clock.split(":").map(Number);
  const time = localTime(day, hour * 60 + minute);
  return time.kind !== "two" ? "" : time.before.getTime() === at.getTime() ? "before" : "after";
}

/** A stretch of time as the form of an entry shows it. */
export const typedTimesOf = ({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }) => ({
  when: "from-now",
  day: "other",
  otherDay: partsOfDay(londonDay(startsAt)),
  startsAt: timeInWords(startsAt),
  startSide: sideOf(startsAt),
  endsAt: timeInWords(endsAt),
  endSide: sideOf(endsAt),
  // Left empty where the time alone says it: whoever changes that time would have to change the day as well.
  endDay: endsAt.getTime() - startsAt.getTime() < dayMs ? undefined : partsOfDay(londonDay(endsAt)),
});
