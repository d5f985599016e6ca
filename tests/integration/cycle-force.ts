import type { ConcernState } from "#app/domain/concern/states.ts";
import { runCycles } from "#app/services/cycle/run-cycles.server.ts";
import * as schema from "#db/schema/index.ts";
import { testKeys } from "#tests/support/listening-server.ts";
import { now, openPeopleTest } from "./people-force.ts";

/** The moment of a test's day number so many, in the middle of the day. */
export const onDay = (number: number) => new Date(now.getTime() + (number - 1) * 86_400_000);

/** The force of the people tests with what its cycles are made of. */
export async function openCycleTest() {
  const force = await openPeopleTest();
  const { db, id } = force;
  const run = (at: Date, keys = testKeys) =>
    runCycles({ db, now: at, keys, signal: new AbortController().signal });
  return {
    ...force,
    run,
    cycleOf: async (code: string, number = 1) => {
      const found = await db.query.cycles.findFirst({
        where: (t, { and, eq }) => and(eq(t.neighbourhoodId, id(code)), eq(t.number, number)),
      });
      if (found === undefined) throw new Error(`There is no cycle ${number} in ${code}.`);
      return found;
    },
    concern: async (
      reference: string,
      code: string,
      {
        state = "published-candidate",
        raisedBy = null,
        raisedAt = now,
        ...more
      }: { state?: ConcernState; raisedBy?: string | null; raisedAt?: Date; mergedIntoId?: string } = {},
    ) => {
      await db.insert(schema.concerns).values({
        id: id(reference),
        reference,
        neighbourhoodId: id(code),
        category: "speeding",
        source: "online",
        state,
        raisedAt,
        raisedBy: raisedBy === null ? null : id(raisedBy),
        publicTitle: `Speeding ${reference}`,
        publicSummary: "Cars go fast past the school.",
        publishedAt: raisedAt,
        triageDueAt: raisedAt,
        changedAt: raisedAt,
        ...more,
      });
      return id(reference);
    },
    /** A candidate with a whole card, on the shortlist or not decided about. */
    candidate: async (
      cycleId: string,
      number: number,
      { concerns = [], isShortlisted = null }: { concerns?: string[]; isShortlisted?: boolean | null } = {},
    ) => {
      const [row] = await db
        .insert(schema.candidates)
        .values({
          cycleId,
          number,
          category: "speeding",
          title: `Candidate ${number}`,
          statement: "Cars go fast past the school.",
          trendWords: "No figures are loaded.",
          trendSource: "The team",
          partnersWords: "Nobody yet.",
          harmWords: "Children on their way to school.",
          underHeardWords: "Nobody in particular.",
          isShortlisted,
          changedAt: now,
        })
        .returning();
      if (row === undefined) throw new Error("The candidate was not stored.");
      if (concerns.length > 0)
        await db
          .insert(schema.candidateConcerns)
          .values(concerns.map((concernId) => ({ candidateId: row.id, concernId })));
      return row;
    },
    eventsOf: (cycleId: string) =>
      db.query.cycleEvents.findMany({
        where: (t, { eq }) => eq(t.cycleId, cycleId),
        orderBy: (t, { asc }) => asc(t.at),
      }),
  };
}

export type CycleTest = Awaited<ReturnType<typeof openCycleTest>>;
