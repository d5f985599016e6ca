import { randomUUID } from "node:crypto";
import { workingDeadline } from "#app/domain/calendar/clock.ts";
import { referenceCount, referenceOf } from "#app/domain/reference/reference.ts";
import { concernEvents, concerns, concernTexts } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

let last = 0;

/** A reference that no other concern of this process has. */
const nextReference = () => referenceOf("concern", (last += 7_919) % referenceCount("concern"));

type NewConcern = Partial<typeof concerns.$inferInsert> & { words?: string };

/** Adds a concern as it stands, without telling anybody; it waits for somebody unless it is said otherwise. Its id. */
export async function addWaitingConcern(
  db: Db,
  neighbourhoodId: string,
  { words = "Bikes race along the lane at night.", ...said }: NewConcern = {},
): Promise<string> {
  const id = randomUUID();
  const raisedAt = said.raisedAt ?? new Date();
  const state = said.state ?? "submitted";
  await db.insert(concerns).values({
    id,
    reference: nextReference(),
    neighbourhoodId,
    category: "speeding",
    source: "online",
    raisedAt,
    triageDueAt: workingDeadline(raisedAt, 2),
    changedAt: raisedAt,
    ...said,
    state,
  });
  await db.insert(concernTexts).values({ concernId: id, words });
  await db.insert(concernEvents).values({ concernId: id, at: raisedAt, to: state, line: "It came in." });
  return id;
}
