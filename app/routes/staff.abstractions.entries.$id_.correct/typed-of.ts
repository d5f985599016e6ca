import { partsOfDay } from "#app/domain/account/day-parts.ts";
import { localTime } from "#app/domain/abstraction/local-time.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { AbstractionEntry } from "#db/queries/abstraction-entry.ts";

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

const text = (value: string | number | null) => (value === null ? "" : String(value));

/** A stored entry as the form shows it. */
export const typedOf = (entry: AbstractionEntry) => ({
  code: entry.code,
  responseTeamId: text(entry.responseTeamId),
  minimum: text(entry.minimum),
  actual: text(entry.actual),
  when: "from-now",
  day: "other",
  otherDay: partsOfDay(londonDay(entry.startsAt)),
  startsAt: timeInWords(entry.startsAt),
  startSide: sideOf(entry.startsAt),
  endsAt: timeInWords(entry.endsAt),
  endSide: sideOf(entry.endsAt),
  endDay: partsOfDay(londonDay(entry.endsAt)),
  isPlanned: entry.isPlanned ? "yes" : "",
  requesterUnit: text(entry.requesterUnit),
  requesterRole: text(entry.requesterRole),
  authoriserRole: text(entry.authoriserRole),
  exemptIncident: text(entry.exemptIncident),
  reason: text(entry.reason),
  neighbourhoodId: text(entry.neighbourhoodId),
  priorityId: text(entry.priorityId),
  notDone: text(entry.notDone),
  evidenceReference: text(entry.evidenceReference),
});
