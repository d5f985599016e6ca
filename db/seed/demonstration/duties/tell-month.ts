import { isConfirmedInTime } from "#app/domain/abstraction/confirmation.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { chanceOf } from "./chance.ts";
import { entryRow } from "./entry-row.ts";
import { lateAttachment } from "./late-attachment.ts";
import { tellEntries } from "./month-entries.ts";
import { lateReturns } from "./story.ts";
import type { DutyRow, DutyTelling, EntryRow } from "./telling.ts";
import { lateReason } from "./words.ts";
import { workedShifts, type WorkedShift } from "./worked-shifts.ts";

export interface DutyRows {
  duties: DutyRow[];
  entries: EntryRow[];
  /** What corrects one of the entries long afterwards, where the month is restated. */
  late: EntryRow | null;
}

/** The duties of one team in one month, what they were used for, and how they were accounted for. */
export function tellMonth(telling: DutyTelling): DutyRows {
  const { team, at } = telling;
  const random = chanceOf(team.code, "month", at);
  const { shifts, absences } = workedShifts(telling);
  const absent = absences.map(({ post, code, first, from, to }) =>
    entryRow(telling, { post, day: first, code, from, to }, random),
  );
  const attachment = lateAttachment(telling, shifts);
  if (attachment === null) return accounted(telling, shifts, [...absent, ...tellEntries(telling, shifts)]);
  const { first, all, to } = attachment;
  const logged = entryRow(
    telling,
    { post: first.shift.post, day: first.shift.day, code: "P1", from: first.shift.from, to: first.shift.to },
    random,
  );
  // The rest of it stays free until it is found.
  for (const { uses, shift } of all) uses.push({ from: shift.from, to: shift.to });
  const entries = [...absent, logged, ...tellEntries(telling, shifts, first.shift.to - first.shift.from)];
  for (const { uses } of all.slice(1)) uses.length = 0;
  return {
    ...accounted(telling, shifts, entries),
    late: { ...logged, version: 2, endsAt: new Date(to), changeReason: lateReason },
  };
}

/** The duties after their entries: what is logged in a duty says how it was confirmed. */
const accounted = (telling: DutyTelling, shifts: readonly WorkedShift[], entries: EntryRow[]): DutyRows => ({
  duties: dutyRows(telling, shifts),
  entries,
  late: null,
});

const lateShare = 0.015;
const dayMs = 86_400_000;
const confirmMinute = 900;

/** Sergeants confirm a week's duties on the Monday after it. */
function dutyRows(telling: DutyTelling, shifts: readonly WorkedShift[]): DutyRow[] {
  const { team, at, now, clock } = telling;
  const random = chanceOf(team.code, "confirm", at);
  const isLateMonth =
    team.code === lateReturns.teamCode && (lateReturns.months as readonly number[]).includes(at);
  const lateness = isLateMonth ? 1 - lateReturns.shareInTime : lateShare;
  return shifts.map(({ shift, absence, uses }) => {
    const { post, day, weekday, from, to } = shift;
    const onMonday = clock(day - weekday + 7, confirmMinute + random.index(120));
    const confirmedAt = random.next() < lateness ? onMonday + (8 + random.index(12)) * dayMs : onMonday;
    const isConfirmed = confirmedAt <= now;
    return {
      id: seedId("duty", `${post.reference}:${from}`),
      postId: post.id,
      startsAt: new Date(from),
      endsAt: new Date(to),
      source: "pattern",
      ...(isConfirmed
        ? {
            confirmedAs: absence !== null || uses.length > 0 ? ("logged" as const) : ("nil" as const),
            confirmedAt: new Date(confirmedAt),
            confirmedBy: team.sergeantId,
            isConfirmedInTime: isConfirmedInTime(new Date(to), new Date(confirmedAt)),
          }
        : {}),
    };
  });
}
