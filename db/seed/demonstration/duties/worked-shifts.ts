import { absencesOf, type Absence } from "./absences.ts";
import type { DutyPost } from "./force.ts";
import { isHeld, shiftOn, type Shift } from "./rota.ts";
import type { DutyTelling } from "./telling.ts";

/** A shift, and what became of it. */
export interface WorkedShift {
  shift: Shift;
  absence: Absence | null;
  isOver: boolean;
  /** Until when they were at work: earlier than its end for somebody who fell sick in it. */
  until: number;
  /** What is logged in it, in milliseconds. */
  uses: { from: number; to: number }[];
}

// Leave begins and ends between the latest night and the earliest morning.
const changeMinute = 390;

export interface ToldAbsence extends Absence {
  post: DutyPost;
  from: number;
  to: number;
}

/** The shifts of a team in a month, and the absences that begin in it, up to this morning. */
export function workedShifts(telling: DutyTelling): { shifts: WorkedShift[]; absences: ToldAbsence[] } {
  const { team, first, last, today, now, clock } = telling;
  const shifts: WorkedShift[] = [];
  const absences: ToldAbsence[] = [];
  for (const post of team.posts) {
    const found = absencesOf(post, first, last).filter(
      (absence) => absence.first < today && isHeld(post, absence.first),
    );
    for (const absence of found) {
      // What is logged never goes ahead, however long the absence lasts.
      if (absence.first >= first && absence.first <= last)
        absences.push({
          ...absence,
          post,
          from: clock(absence.first, changeMinute),
          to: clock(Math.min(absence.last + 1, today), changeMinute),
        });
    }
    for (let day = first; day <= last; day += 1) {
      const shift = isHeld(post, day) ? shiftOn(post, day, clock) : null;
      if (shift === null) continue;
      const absence = day < today ? (found.find((one) => one.first <= day && day <= one.last) ?? null) : null;
      shifts.push({ shift, absence, isOver: shift.to <= now, until: shift.to, uses: [] });
    }
  }
  return { shifts, absences };
}

/** Over, at work, and nothing is logged in it yet. */
export const isFree = ({ absence, isOver, uses }: WorkedShift): boolean =>
  absence === null && isOver && uses.length === 0;
