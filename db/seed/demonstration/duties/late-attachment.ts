import { restated } from "./story.ts";
import type { DutyTelling } from "./telling.ts";
import { isFree, type WorkedShift } from "./worked-shifts.ts";

const hourMs = 3_600_000;

/** An attachment that was logged for its first duty alone, and is known since to have lasted longer. */
export interface LateAttachment {
  first: WorkedShift;
  all: readonly WorkedShift[];
  /** Where it really ended: so many hours of duty after the end of the first. */
  to: number;
}

/** The attachment of the month that is restated; null in any other. */
export function lateAttachment(
  { team, at }: DutyTelling,
  shifts: readonly WorkedShift[],
): LateAttachment | null {
  if (team.code !== restated.teamCode || at !== restated.at) return null;
  for (const post of team.posts.filter(
    ({ kind, fullTimeEquivalent }) => kind === "pc" && fullTimeEquivalent === 1,
  )) {
    const own = shifts.filter(({ shift }) => shift.post === post);
    for (const [index, first] of own.entries()) {
      const all: WorkedShift[] = [first];
      let left = restated.hours * hourMs;
      for (const next of own.slice(index + 1)) {
        if (left <= 0) break;
        all.push(next);
        const { from, to } = next.shift;
        if (to - from >= left) {
          const isWhole = all.every(isFree) && next.shift.day - first.shift.day <= 9;
          if (isWhole) return { first, all, to: from + left };
        }
        left -= to - from;
      }
    }
  }
  return null;
}
