import { z } from "zod";
import { clockSides, type ClockSide } from "#app/domain/abstraction/local-time.ts";
import { readTime } from "#app/domain/calendar/london-time.ts";
import { isLateReason, type LateReason } from "#app/domain/roster/late-reasons.ts";
import { dutyOn, type DutyTimes } from "#app/domain/roster/pattern.ts";
import type { Day } from "#app/domain/team/day.ts";

const time = (missing: string) =>
  z.string({ error: missing }).transform((typed, context): number => {
    const minutes = readTime(typed);
    if (minutes !== null) return minutes;
    context.addIssue({ code: "custom", message: `${missing}, like 07:00 or 7am` });
    return z.NEVER;
  });

/** The times of a duty as a form asks for them; `side` and `endSide` only where the start or the end comes twice. */
export const dutyTimesShape = {
  day: z.iso.date({ error: "Select the day" }),
  from: time("Enter when it begins"),
  to: time("Enter when it ends"),
  /** It ends a day later than its times say. */
  dayMore: z
    .string()
    .optional()
    .transform((ticked): boolean => ticked !== undefined),
  side: z.enum(clockSides).optional(),
  endSide: z.enum(clockSides).optional(),
  lateReason: z
    .string()
    .optional()
    .transform((word): LateReason | null => (isLateReason(word) ? word : null)),
};

export interface TypedTimes {
  day: Day;
  from: number;
  to: number;
  dayMore: boolean;
  side?: ClockSide | undefined;
  endSide?: ClockSide | undefined;
}

/** The duty that was typed, or what is wrong, by field. */
export function dutyOfForm({
  day,
  from,
  to,
  dayMore,
  side,
  endSide,
}: TypedTimes): DutyTimes | { errors: Record<string, string[]> } {
  if (from === to && !dayMore) return { errors: { to: ["Enter an end that is not the start"] } };
  const duty = dutyOn(day, { from, to, isDayMore: dayMore }, { start: side ?? null, end: endSide ?? null });
  if (!("why" in duty)) return duty;
  if (duty.isTwice)
    return { errors: { [duty.of === "start" ? "side" : "endSide"]: [`${duty.why}. Select which is meant`] } };
  return { errors: { [duty.of === "start" ? "from" : "to"]: [`${duty.why}. Enter another time`] } };
}
