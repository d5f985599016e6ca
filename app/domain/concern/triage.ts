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

/** Who has an item in hand. `version` rises with every change to it. */
export interface Held {
  version: number;
  /** The account; null where nobody has it. */
  heldBy: string | null;
  heldUntil: Date | null;
}

export interface Conflict {
  ok: false;
  kind: "conflict";
  problem: string;
}

export type ClaimResult = { ok: true; held: Held } | Conflict;

/** Somebody who was called away gives an item free by doing nothing for so long. */
export const claimMinutes = 15;

const conflict = (problem: string): Conflict => ({ ok: false, kind: "conflict", problem });

const isHeldByAnother = ({ heldBy, heldUntil }: Held, by: string, now: Date) =>
  heldBy !== null && heldBy !== by && heldUntil !== null && heldUntil.getTime() > now.getTime();

/** Takes an item in hand. To claim one's own again makes it last longer. */
export function claim(held: Held, by: string, now: Date): ClaimResult {
  if (isHeldByAnother(held, by, now)) {
    return conflict("Somebody else is working on this concern. Choose another, or come back to it later");
  }
  const heldUntil = new Date(now.getTime() + claimMinutes * minuteMs);
  // The same person's claim changes nothing that they have read.
  const version = held.heldBy === by ? held.version : held.version + 1;
  return { ok: true, held: { version, heldBy: by, heldUntil } };
}

/** Gives an item free; nothing happens where it is another's. */
export const release = (held: Held, by: string): Held =>
  held.heldBy === by ? { version: held.version + 1, heldBy: null, heldUntil: null } : held;

/** Whether a decision may be written: on the version that was read, and by nobody past whoever holds it. */
export function decide(held: Held, by: string, readVersion: number, now: Date): ClaimResult {
  if (readVersion !== held.version) {
    return conflict(
      "Somebody else has changed this concern since you opened it. Read it again, then decide. What you wrote is still in the form",
    );
  }
  if (isHeldByAnother(held, by, now)) {
    return conflict(
      "Somebody else is working on this concern, so nothing was changed. What you wrote is still in the form",
    );
  }
  return { ok: true, held: { version: held.version + 1, heldBy: null, heldUntil: null } };
}
