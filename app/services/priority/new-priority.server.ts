import { randomInt } from "node:crypto";
import { roomLeft } from "#app/domain/priority/open.ts";
import { referenceCount, referenceOf } from "#app/domain/reference/reference.ts";
import {
  insertPriority,
  lockPlaces,
  placesTaken,
  type NewPriority,
  type Priority,
} from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";

const mostAttempts = 20;

/** Adds a proposed priority under a reference of its own. */
export async function proposePriority(
  tx: Db,
  values: Omit<NewPriority, "reference" | "state">,
): Promise<Priority> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const reference = referenceOf("priority", randomInt(referenceCount("priority")));
    const added = await insertPriority(tx, { ...values, reference, state: "proposed" });
    if (added !== null) return added;
  }
  throw new Error("Nearly every reference is taken: make them a letter longer.");
}

/** The places of a neighbourhood, held until the transaction ends: how many are free, and which. */
export async function holdPlaces(
  tx: Db,
  neighbourhoodId: string,
  mostOpenPriorities: number,
): Promise<{ room: number; freeSlots: readonly number[] }> {
  await lockPlaces(tx, neighbourhoodId);
  const taken = await placesTaken(tx, neighbourhoodId);
  const room = roomLeft(
    taken.map(({ state, reviewedAt }) => ({ state, isReviewDue: reviewedAt === null })),
    mostOpenPriorities,
  );
  const isTaken = (slot: number) => taken.some((one) => one.slot === slot);
  return { room, freeSlots: [1, 2, 3].filter((slot) => !isTaken(slot)).slice(0, room) };
}
