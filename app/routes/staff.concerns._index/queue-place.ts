import type { QueuePlace } from "#db/queries/concern-queue.ts";

// Thirteen digits of milliseconds: no later than the year 2286.
const written = /^([01])\.(\d{1,13})\.(\d{1,13})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Where a page of the queue ends, as it stands in the address of the next. */
export const writePlace = ({ isUrgent, dueAt, raisedAt, id }: QueuePlace): string =>
  [isUrgent ? 1 : 0, dueAt.getTime(), raisedAt.getTime(), id].join(".");

/** The same read back; null, and so the first page, for what makes no sense. */
export function readPlace(place: string | null): QueuePlace | null {
  const [, urgent, due, raised, id] = written.exec(place ?? "") ?? [];
  if (urgent === undefined || due === undefined || raised === undefined || id === undefined) return null;
  return { isUrgent: urgent === "1", dueAt: new Date(Number(due)), raisedAt: new Date(Number(raised)), id };
}
