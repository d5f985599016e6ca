import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { ConcernState } from "#app/domain/concern/states.ts";
import { concernEvents, concerns } from "#db/schema/concern.ts";
import { cycleEvents, cycles } from "#db/schema/cycle.ts";
import type { Db } from "#db/types.ts";
import type { Carriage } from "./carry-over.ts";

// One planned, one running and a few that overlap; only bounds.
const mostCycles = 20;

/** The cycles of a neighbourhood that are not closed, held until the transaction ends. */
export const lockOpenCyclesOf = (tx: Db, neighbourhoodId: string) =>
  tx
    .select({ id: cycles.id, number: cycles.number, stage: cycles.stage })
    .from(cycles)
    .where(and(eq(cycles.neighbourhoodId, neighbourhoodId), ne(cycles.stage, "closed")))
    .orderBy(asc(cycles.id))
    .limit(mostCycles)
    .for("update");

export async function closeCycleWithLine(
  tx: Db,
  { id, stage }: Pick<typeof cycles.$inferSelect, "id" | "stage">,
  at: Date,
  line: string,
): Promise<void> {
  await tx
    .update(cycles)
    .set({ stage: "closed", changedAt: at, version: sql`${cycles.version} + 1` })
    .where(eq(cycles.id, id));
  await tx.insert(cycleEvents).values({ cycleId: id, at, from: stage, to: "closed", line });
}

/** What a closed cycle left undecided, or did not adopt and has not gone on before, waits for the heir's next cycle. */
export async function takeOnConcernsOf(
  tx: Db,
  cycleId: string,
  { toId, at, line }: Carriage,
): Promise<number> {
  let taken = 0;
  for (const from of ["not-adopted", "shortlisted"] as const satisfies readonly ConcernState[]) {
    const moved = await tx
      .update(concerns)
      .set({
        neighbourhoodId: toId,
        state: "published-candidate",
        reasonCode: null,
        cycleId: null,
        hasRolledOver: true,
        changedAt: at,
        version: sql`${concerns.version} + 1`,
      })
      .where(
        and(
          eq(concerns.cycleId, cycleId),
          eq(concerns.state, from),
          from === "shortlisted" ? undefined : eq(concerns.hasRolledOver, false),
        ),
      )
      .returning({ id: concerns.id });
    if (moved.length > 0)
      await tx
        .insert(concernEvents)
        .values(
          moved.map(({ id }) => ({ concernId: id, at, from, to: "published-candidate" as const, line })),
        );
    taken += moved.length;
  }
  return taken;
}
