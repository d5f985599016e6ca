import { asc, eq } from "drizzle-orm";
import {
  concerns,
  cycleEvents,
  cycles,
  followings,
  priorities,
  residentConnections,
  successions,
} from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { threeAreas, type TestArea } from "#tests/support/boundary-files.ts";

export const later = new Date("2026-03-01T12:00:00Z");
export const [west, middle, east] = threeAreas();

/** A rectangle of the height of `threeAreas`. */
export const box = (from: number, to: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [from, 53],
      [to, 53],
      [to, 53.1],
      [from, 53.1],
      [from, 53],
    ],
  ],
});
/** Middle and Eastside are one. */
export const merged: TestArea[] = [west, { ...middle, name: "Midtown", geometry: box(-1.7, -1.5) }];
/** Of Middle, Westside has three tenths and a new neighbourhood seven. */
export const split: TestArea[] = [
  { ...west, geometry: box(-1.8, -1.67) },
  { id: "T4", name: "Riverside", geometry: box(-1.67, -1.6) },
  east,
];

/** What became of things, as the tests ask. */
export function openReaders(db: Db) {
  const placeOfConcern = async (id: string) =>
    (await db.select().from(concerns).where(eq(concerns.id, id)))[0];
  const stageOf = async (id: string) => (await db.select().from(cycles).where(eq(cycles.id, id)))[0]?.stage;
  const linesOf = async (cycleId: string) =>
    (
      await db.select().from(cycleEvents).where(eq(cycleEvents.cycleId, cycleId)).orderBy(asc(cycleEvents.at))
    ).map(({ line }) => line);
  const placesOf = async (neighbourhoodId: string) =>
    (
      await db
        .select()
        .from(priorities)
        .where(eq(priorities.neighbourhoodId, neighbourhoodId))
        .orderBy(asc(priorities.slot))
    ).map(({ id, slot, chosenInId }) => ({ id, slot, chosenInId }));
  const followedBy = async (accountId: string) =>
    (await db.select().from(followings).where(eq(followings.accountId, accountId))).map(
      ({ subjectId }) => subjectId,
    );
  const connectionsOf = async (accountId: string) =>
    Object.fromEntries(
      (await db.select().from(residentConnections).where(eq(residentConnections.accountId, accountId))).map(
        ({ neighbourhoodId, kind }) => [neighbourhoodId, kind],
      ),
    );
  const successionsBy = async () =>
    (await db.select().from(successions)).map(({ fromId, toId, share }) => ({
      fromId,
      toId,
      share: Math.round(share * 100) / 100,
    }));

  return { placeOfConcern, stageOf, linesOf, placesOf, followedBy, connectionsOf, successionsBy };
}
