import { and, asc, eq, inArray, isNotNull, isNull, ne, notInArray, or, sql } from "drizzle-orm";
import { concernStates, isEnded } from "#app/domain/concern/states.ts";
import { residentConnections } from "#db/schema/account.ts";
import { concernEvents, concerns } from "#db/schema/concern.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import { threadEntries, threads } from "#db/schema/thread.ts";
import type { Db } from "#db/types.ts";

/** From a neighbourhood that is gone to its heir, and what those concerned read of it. */
export interface Carriage {
  fromId: string;
  toId: string;
  at: Date;
  line: string;
}

const openStates = concernStates.filter((state) => !isEnded(state));
export const isOpenConcern = inArray(concerns.state, openStates);

/** Takes along open concerns that no running vote decides about, so many at once. */
export async function carryConcerns(
  tx: Db,
  { fromId, toId, at, line }: Carriage,
  runningCycleIds: readonly string[],
  limit: number,
): Promise<number> {
  const page = tx
    .select({ id: concerns.id })
    .from(concerns)
    .where(
      and(
        eq(concerns.neighbourhoodId, fromId),
        isOpenConcern,
        or(isNull(concerns.cycleId), notInArray(concerns.cycleId, [...runningCycleIds])),
      ),
    )
    .orderBy(asc(concerns.id))
    .limit(limit)
    .for("update");
  const moved = await tx
    .update(concerns)
    .set({ neighbourhoodId: toId, cycleId: null, changedAt: at, version: sql`${concerns.version} + 1` })
    .where(inArray(concerns.id, page))
    .returning({ id: concerns.id, state: concerns.state });
  if (moved.length > 0)
    await tx
      .insert(concernEvents)
      .values(moved.map(({ id, state }) => ({ concernId: id, at, from: state, to: state, line })));
  return moved.length;
}

/** Takes along the messages to the team that are not closed, so many at once. */
export async function carryThreads(
  tx: Db,
  { fromId, toId, at, line }: Carriage,
  limit: number,
): Promise<number> {
  const page = tx
    .select({ id: threads.id })
    .from(threads)
    .where(and(eq(threads.neighbourhoodId, fromId), ne(threads.state, "closed")))
    .orderBy(asc(threads.id))
    .limit(limit)
    .for("update");
  const moved = await tx
    .update(threads)
    .set({ neighbourhoodId: toId, changedAt: at, version: sql`${threads.version} + 1` })
    .where(inArray(threads.id, page))
    .returning({ id: threads.id });
  if (moved.length > 0)
    await tx.insert(threadEntries).values(
      moved.map(({ id }) => ({
        threadId: id,
        at,
        writer: "platform" as const,
        kind: "note" as const,
        words: line,
      })),
    );
  return moved.length;
}

/** Residents belong to the heir as they belonged to the old one; more than a visitor where they were that there. */
export async function carryConnections(
  tx: Db,
  { fromId, toId }: Pick<Carriage, "fromId" | "toId">,
  limit: number,
): Promise<number> {
  const page = tx
    .select({ accountId: residentConnections.accountId })
    .from(residentConnections)
    .where(eq(residentConnections.neighbourhoodId, fromId))
    .orderBy(asc(residentConnections.accountId))
    .limit(limit)
    .for("update");
  const moved = await tx
    .delete(residentConnections)
    .where(and(eq(residentConnections.neighbourhoodId, fromId), inArray(residentConnections.accountId, page)))
    .returning();
  if (moved.length > 0)
    await tx
      .insert(residentConnections)
      .values(moved.map((one) => ({ ...one, neighbourhoodId: toId })))
      .onConflictDoUpdate({
        target: [residentConnections.accountId, residentConnections.neighbourhoodId],
        set: { kind: sql`excluded.kind` },
        setWhere: eq(residentConnections.kind, "visit"),
      });
  return moved.length;
}

// A place is a number up to 99.
const mostPlaces = 99;

/** What takes a place in a neighbourhood, by place, held until the transaction ends. */
export const lockPriorityPlaces = (tx: Db, neighbourhoodId: string) =>
  tx
    .select({
      id: priorities.id,
      reference: priorities.reference,
      state: priorities.state,
      slot: priorities.slot,
      chosenInId: priorities.chosenInId,
    })
    .from(priorities)
    .where(and(eq(priorities.neighbourhoodId, neighbourhoodId), isNotNull(priorities.slot)))
    .orderBy(asc(priorities.slot))
    .limit(mostPlaces)
    .for("update");

/** Gives a held priority its place in the heir. */
export async function carryPriority(
  tx: Db,
  { id, state, chosenInId }: Pick<typeof priorities.$inferSelect, "id" | "state" | "chosenInId">,
  { fromId, toId, at, line }: Carriage,
  slot: number,
): Promise<void> {
  await tx
    .update(priorities)
    .set({
      neighbourhoodId: toId,
      slot,
      chosenInId: chosenInId ?? fromId,
      changedAt: at,
      version: sql`${priorities.version} + 1`,
    })
    .where(eq(priorities.id, id));
  await tx.insert(priorityEvents).values({ priorityId: id, at, from: state, to: state, line });
}
