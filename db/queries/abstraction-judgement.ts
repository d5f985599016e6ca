import { and, asc, eq, gte, sql } from "drizzle-orm";
import type { TeamMonth } from "#app/domain/abstraction/improvement.ts";
import type { Month } from "#app/domain/abstraction/month.ts";
import type { AreaMonth } from "#app/domain/abstraction/sums.ts";
import { abstractionJudgements } from "#db/schema/abstraction-improvement.ts";
import type { Db } from "#db/types.ts";
import { sumsOf } from "./abstraction-rate.ts";

// Of one team, as far back as anything is asked for; only a bound.
const mostMonths = 240;

const judgedOf = ({ month, duty, abstractedA, duties, confirmed }: AreaMonth): TeamMonth => ({
  month,
  duty,
  abstracted: abstractedA,
  duties,
  confirmed,
});

interface Months {
  from: Month;
  to: Month;
}

/** The months of a team as they are judged, in order; one without figures is left out. Call it as staff. */
export async function monthsOfTeam(db: Db, teamId: string, months: Months): Promise<TeamMonth[]> {
  const sums = await sumsOf(db, { by: "team", within: { kind: "team", id: teamId }, ...months });
  return sums.filter(({ isInForce }) => isInForce).map(judgedOf);
}

/** A month of every team that has figures in it, by the team's id. Call it as staff. */
export async function monthOfTeams(db: Db, month: Month): Promise<Map<string, TeamMonth>> {
  const sums = await sumsOf(db, { by: "team", from: month, to: month });
  return new Map(sums.filter(({ isInForce }) => isInForce).map((sum) => [sum.area.id, judgedOf(sum)]));
}

/** Holds a team until the transaction ends: it is judged by one process at a time. */
export async function holdTeam(tx: Db, teamId: string): Promise<void> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`abstraction-improvement:${teamId}`}, 0))`,
  );
}

/** The months of a team that were judged, with what was judged, in order. */
export const judgementsOf = (db: Db, teamId: string, from: Month): Promise<TeamMonth[]> =>
  db
    .select({
      month: abstractionJudgements.month,
      duty: abstractionJudgements.duty,
      abstracted: abstractionJudgements.abstracted,
      duties: abstractionJudgements.duties,
      confirmed: abstractionJudgements.confirmed,
    })
    .from(abstractionJudgements)
    .where(and(eq(abstractionJudgements.teamId, teamId), gte(abstractionJudgements.month, from)))
    .orderBy(asc(abstractionJudgements.month))
    .limit(mostMonths);

/** Keeps that months of a team were judged, and as what. */
export async function keepJudgements(
  tx: Db,
  teamId: string,
  judgedAt: Date,
  judged: readonly TeamMonth[],
): Promise<void> {
  if (judged.length === 0) return;
  const excluded = (column: string) => sql.raw(`excluded.${column}`);
  await tx
    .insert(abstractionJudgements)
    .values(judged.map((month) => ({ teamId, judgedAt, ...month })))
    .onConflictDoUpdate({
      target: [abstractionJudgements.teamId, abstractionJudgements.month],
      set: {
        judgedAt,
        duty: excluded("duty"),
        abstracted: excluded("abstracted"),
        duties: excluded("duties"),
        confirmed: excluded("confirmed"),
      },
    });
}
