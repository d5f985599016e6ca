import { z } from "zod";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { dutiesWithin, type Duty } from "#db/queries/duty-time.ts";
import type { Db } from "#db/types.ts";

/** The duty of a post that begins on the day an address names; null where it names none. */
export async function findDutyOfDay(tx: Db, postId: string, named: string | null): Promise<Duty | null> {
  const read = z.iso.date().safeParse(named);
  if (!read.success) return null;
  const day = read.data;
  const duties = await dutiesWithin(tx, [postId], {
    from: londonInstant(day, 0),
    to: londonInstant(addDays(day, 1), 0),
  });
  return duties.find(({ startsAt }) => londonDay(startsAt) === day) ?? null;
}
