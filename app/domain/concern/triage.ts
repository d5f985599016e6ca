/** A concern as the queue needs it; `dueAt` is two working days on, worked out by the calendar. */
export interface QueueItem {
  id: string;
  isUrgent: boolean;
  dueAt: Date;
  arrivedAt: Date;
}

/** Urgent first, then what is due first, then what came first; the id last, so that pages do not shuffle. */
export function compareInQueue(one: QueueItem, other: QueueItem): number {
  return (
    Number(other.isUrgent) - Number(one.isUrgent) ||
    one.dueAt.getTime() - other.dueAt.getTime() ||
    one.arrivedAt.getTime() - other.arrivedAt.getTime() ||
    (one.id < other.id ? -1 : 1)
  );
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const counted = (amount: number, unit: string) => `${amount} ${unit}${amount === 1 ? "" : "s"}`;

/** What is left of the clock, or how long it is over: "3 hours left", "2 days late". */
export function clockInWords(dueAt: Date, now: Date): { isLate: boolean; words: string } {
  const left = dueAt.getTime() - now.getTime();
  const [isLate, length] = [left < 0, Math.abs(left)];
  const amount =
    length >= 2 * dayMs
      ? counted(Math.floor(length / dayMs), "day")
      : length >= hourMs
        ? counted(Math.floor(length / hourMs), "hour")
        : counted(Math.floor(length / minuteMs), "minute");
  return { isLate, words: `${amount} ${isLate ? "late" : "left"}` };
}
