import { planFieldNames, type PlanFieldName } from "./fields.ts";

/** One value that a field was given. */
export interface PlanChange {
  /** Its place among all changes. */
  number: number;
  name: PlanFieldName;
  at: Date;
  by: string | null;
}

/** What one person wrote in one sitting: a version of the plan. */
export interface Moment {
  /** The places of its first and last change. */
  first: number;
  last: number;
  at: Date;
  by: string | null;
  /** The fields that were written in, in the plan's order. */
  names: readonly PlanFieldName[];
}

/** A longer pause begins another sitting. */
const mostPauseMs = 30 * 60_000;

interface Sitting {
  last: PlanChange;
  first: PlanChange;
  names: Set<PlanFieldName>;
}

/** Changes, the latest first, put together into sittings, the latest first. */
export function momentsOf(changes: readonly PlanChange[]): Moment[] {
  const sittings: Sitting[] = [];
  for (const change of changes) {
    const later = sittings.at(-1);
    if (later?.last.by === change.by && later.first.at.getTime() - change.at.getTime() <= mostPauseMs) {
      later.first = change;
      later.names.add(change.name);
    } else sittings.push({ last: change, first: change, names: new Set([change.name]) });
  }
  return sittings.map(({ first, last, names }) => ({
    first: first.number,
    last: last.number,
    at: last.at,
    by: last.by,
    names: planFieldNames.filter((name) => names.has(name)),
  }));
}

const mostShown = 20;
/** How many changes are read for a page of sittings. */
export const mostChangesRead = 300;

/** A page of sittings and the place below which the next one begins; null where there is none. */
export function pageOfMoments(changes: readonly PlanChange[]): { moments: Moment[]; below: number | null } {
  const all = momentsOf(changes);
  // The last sitting of a full reading may go on below it: it is whole on the next page.
  const isCut = changes.length >= mostChangesRead && all.length > 1;
  const moments = all.slice(0, Math.min(mostShown, isCut ? all.length - 1 : all.length));
  const hasMore = moments.length < all.length || changes.length >= mostChangesRead;
  return { moments, below: hasMore ? (moments.at(-1)?.first ?? null) : null };
}
