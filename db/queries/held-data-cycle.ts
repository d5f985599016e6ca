import { and, desc, eq, inArray, sql, type SQL } from "drizzle-orm";
import { ballots, batchLines } from "#db/schema/ballot.ts";
import { cycleEvents, cycles } from "#db/schema/cycle.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { priorities, priorityEvents } from "#db/schema/priority.ts";
import { type HeldOf, type HeldPart, mostRows, ownRows } from "./held-data.ts";

/** Steps that a person took with cycles and priorities, in public words; erased with who took them. */
export const heldChoosingSteps: HeldPart = {
  tables: ["cycle_events", "priority_events"],
  read: async (db, { accountId }) => [
    ...(await db
      .select({ at: cycleEvents.at, line: cycleEvents.line })
      .from(cycleEvents)
      .where(eq(cycleEvents.actorId, accountId))
      .orderBy(desc(cycleEvents.at), desc(cycleEvents.id))
      .limit(mostRows)),
    ...(await db
      .select({ priority: priorities.reference, at: priorityEvents.at, line: priorityEvents.line })
      .from(priorityEvents)
      .innerJoin(priorities, eq(priorities.id, priorityEvents.priorityId))
      .where(eq(priorityEvents.actorId, accountId))
      .orderBy(desc(priorityEvents.at), desc(priorityEvents.id))
      .limit(mostRows)),
  ],
  erase: async (tx, { accountId }) => {
    await tx.update(cycleEvents).set({ actorId: null }).where(eq(cycleEvents.actorId, accountId));
    await tx.update(priorityEvents).set({ actorId: null }).where(eq(priorityEvents.actorId, accountId));
  },
};

const isOwnBallot = ({ voterKeys }: HeldOf): SQL | undefined =>
  voterKeys.length === 0
    ? sql`false`
    : and(
        inArray(
          ballots.cycleId,
          voterKeys.map(({ cycleId }) => cycleId),
        ),
        inArray(
          ballots.voterKey,
          voterKeys.map(({ voterKey }) => voterKey),
        ),
      );

/** A ballot goes with its voter while the vote is open. Afterwards it stays, and nothing says whose it is. */
export const heldBallots: HeldPart = {
  tables: ["ballots"],
  read: (db, of) =>
    db
      .select({
        neighbourhood: neighbourhoods.slug,
        cycle: cycles.number,
        choices: ballots.choices,
        mode: ballots.mode,
        receipt: ballots.receipt,
        part: ballots.part,
        withdrawnAt: ballots.withdrawnAt,
      })
      .from(ballots)
      .innerJoin(cycles, eq(cycles.id, ballots.cycleId))
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, cycles.neighbourhoodId))
      .where(isOwnBallot(of))
      .limit(mostRows),
  erase: async (tx, of) => {
    const isOpen = sql`exists (select from ${cycles} where ${cycles.id} = ${ballots.cycleId} and ${cycles.stage} = 'voting')`;
    await tx.delete(ballots).where(and(isOwnBallot(of), isOpen));
    await tx
      .update(ballots)
      .set({ voterKey: null, receipt: null, ageBand: null, connection: null, part: null })
      .where(isOwnBallot(of));
  },
};

export const heldBatchLines: HeldPart = ownRows(batchLines, {
  choices: batchLines.choices,
  isToBeTold: batchLines.isToBeTold,
});
