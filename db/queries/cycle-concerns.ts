import { and, eq, exists, inArray, isNull, lt, not, sql, type SQL } from "drizzle-orm";
import type { ConcernState } from "#app/domain/concern/states.ts";
import { candidateConcerns, candidates } from "#db/schema/candidate.ts";
import { concernEvents, concerns } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";

/** A concern that was moved on, as far as those who follow it are told. */
export interface MovedConcern {
  id: string;
  reference: string;
}

const openStates: ConcernState[] = [
  "submitted",
  "triage",
  "returned-for-rewording",
  "changed",
  "appealed",
  "published-candidate",
];

/** Counts in a cycle what was raised in its neighbourhood before a moment and counts in none. */
export async function countConcernsIn(
  tx: Db,
  { id, neighbourhoodId }: { id: string; neighbourhoodId: string },
  before: Date,
): Promise<void> {
  await tx
    .update(concerns)
    .set({ cycleId: id })
    .where(
      and(
        eq(concerns.neighbourhoodId, neighbourhoodId),
        isNull(concerns.cycleId),
        lt(concerns.raisedAt, before),
        inArray(concerns.state, openStates),
      ),
    );
}

interface ConcernChange {
  from: ConcernState;
  to: ConcernState;
  reasonCode: string | null;
  /** What its raiser reads. */
  line: string;
  at: Date;
  /** The cycle in which it counts from now on, where that is another. */
  nextCycleId?: string;
}

async function moveConcerns(
  tx: Db,
  cycleId: string,
  { from, to, reasonCode, line, at, nextCycleId }: ConcernChange,
  only: SQL | undefined,
): Promise<MovedConcern[]> {
  const moved = await tx
    .update(concerns)
    .set({
      state: to,
      reasonCode,
      changedAt: at,
      version: sql`${concerns.version} + 1`,
      ...(nextCycleId === undefined ? {} : { cycleId: nextCycleId, hasRolledOver: true }),
    })
    .where(and(eq(concerns.cycleId, cycleId), eq(concerns.state, from), only))
    .returning({ id: concerns.id, reference: concerns.reference });
  if (moved.length > 0) {
    await tx
      .insert(concernEvents)
      .values(
        moved.map(({ id: concernId }) => ({ concernId, at, from, to, reasonCode, line, actorId: null })),
      );
  }
  return moved;
}

const isBehindShortlist = (tx: Db, cycleId: string) =>
  exists(
    tx
      .select({ id: candidates.id })
      .from(candidateConcerns)
      .innerJoin(candidates, eq(candidates.id, candidateConcerns.candidateId))
      .where(
        and(
          eq(candidateConcerns.concernId, concerns.id),
          eq(candidates.cycleId, cycleId),
          eq(candidates.isShortlisted, true),
        ),
      ),
  );

/** Moves on the concerns behind a cycle's shortlist. */
export const moveShortlisted = (tx: Db, cycleId: string, change: ConcernChange) =>
  moveConcerns(tx, cycleId, change, isBehindShortlist(tx, cycleId));

/** Moves on the concerns of a cycle that stand behind nothing on its shortlist. */
export const moveNotShortlisted = (tx: Db, cycleId: string, change: ConcernChange) =>
  moveConcerns(tx, cycleId, change, not(isBehindShortlist(tx, cycleId)));

/** Moves on all concerns of a cycle that are in a state. */
export const moveAll = (tx: Db, cycleId: string, change: ConcernChange) =>
  moveConcerns(tx, cycleId, change, undefined);

/** Takes those to the next cycle that were not adopted and have not gone on before. */
export const rollOver = (tx: Db, cycleId: string, change: ConcernChange & { nextCycleId: string }) =>
  moveConcerns(tx, cycleId, change, eq(concerns.hasRolledOver, false));
