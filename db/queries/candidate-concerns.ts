import {
  and,
  asc,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  notExists,
  or,
  sql,
  type SQLWrapper,
} from "drizzle-orm";
import type { CycleStage } from "#app/domain/cycle/stages.ts";
import { candidateConcerns, candidates } from "#db/schema/candidate.ts";
import { concerns } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

const columns = {
  id: concerns.id,
  reference: concerns.reference,
  category: concerns.category,
  title: concerns.publicTitle,
  summary: concerns.publicSummary,
  raisers: concerns.raisers,
};

// A page to choose from; the most raised come first.
const mostChoosable = 200;

/** Published concerns that a cycle may still choose, the most raised first: in no candidate of it yet. */
export const listChoosable = (
  db: Db,
  { id, neighbourhoodId, stage }: { id: string; neighbourhoodId: string; stage: CycleStage },
) =>
  db
    .select(columns)
    .from(concerns)
    .where(
      and(
        eq(concerns.neighbourhoodId, neighbourhoodId),
        eq(concerns.state, "published-candidate"),
        isNotNull(concerns.publishedAt),
        isNull(concerns.takenDownAt),
        // What is raised once research has begun joins the next cycle.
        stage === "raising"
          ? or(eq(concerns.cycleId, id), isNull(concerns.cycleId))
          : eq(concerns.cycleId, id),
        notExists(
          db
            .select({ id: candidates.id })
            .from(candidateConcerns)
            .innerJoin(candidates, eq(candidates.id, candidateConcerns.candidateId))
            .where(and(eq(candidateConcerns.concernId, concerns.id), eq(candidates.cycleId, id))),
        ),
      ),
    )
    .orderBy(desc(concerns.raisers), asc(concerns.reference))
    .limit(mostChoosable);

/** How many people stand behind some concerns, each once: who raised them or one merged into them, and who joined in. */
export async function countRaisers(tx: Db, concernIds: readonly string[]): Promise<number> {
  if (concernIds.length === 0) return 0;
  const ids = sql.join(
    concernIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  const [row] = rowsOf<{ raisers: number }>(
    await tx.execute(sql`
      with recursive behind (id, raised_by) as (
        select id, raised_by from concerns where id in (${ids})
        union
        select c.id, c.raised_by from concerns c join behind b on c.merged_into_id = b.id
      ), people (who) as (
        -- Nobody can tell who raised one without an account, or was erased since: each is somebody.
        select coalesce(raised_by::text, 'unknown ' || id::text) from behind
        union
        select account_id::text from concern_supporters where concern_id in (select id from behind)
      )
      select count(*)::int as raisers from people`),
  );
  return row?.raisers ?? 0;
}

export async function insertCandidateConcerns(
  tx: Db,
  candidateId: string,
  concernIds: readonly string[],
): Promise<void> {
  await tx.insert(candidateConcerns).values(concernIds.map((concernId) => ({ candidateId, concernId })));
}

export async function deleteCandidateConcerns(
  tx: Db,
  candidateId: string,
  concernIds: readonly string[],
): Promise<void> {
  await tx
    .delete(candidateConcerns)
    .where(
      and(
        eq(candidateConcerns.candidateId, candidateId),
        inArray(candidateConcerns.concernId, [...concernIds]),
      ),
    );
}

/** A concern that is chosen for a candidate, as far as others are told of it. */
export type ConcernOfCandidate = Pick<
  typeof concerns.$inferSelect,
  "id" | "reference" | "neighbourhoodId" | "state" | "publicTitle" | "takenDownAt"
>;

/** Locks concerns in the order of their ids, so that two who choose some of the same wait for each other. */
export const lockConcerns = (tx: Db, which: readonly string[] | SQLWrapper): Promise<ConcernOfCandidate[]> =>
  tx
    .select({
      id: concerns.id,
      reference: concerns.reference,
      neighbourhoodId: concerns.neighbourhoodId,
      state: concerns.state,
      publicTitle: concerns.publicTitle,
      takenDownAt: concerns.takenDownAt,
    })
    .from(concerns)
    .where(inArray(concerns.id, which))
    .orderBy(asc(concerns.id))
    .limit(mostChoosable)
    .for("update");

/** Locks the concerns that a candidate stands for. */
export const lockConcernsOf = (tx: Db, candidateId: string): Promise<ConcernOfCandidate[]> =>
  lockConcerns(
    tx,
    tx
      .select({ id: candidateConcerns.concernId })
      .from(candidateConcerns)
      .where(eq(candidateConcerns.candidateId, candidateId)),
  );

/** The concerns of a candidate, as everybody may read them. */
export const listConcernsOf = (db: Db, candidateId: string) =>
  db
    .select(columns)
    .from(candidateConcerns)
    .innerJoin(concerns, eq(concerns.id, candidateConcerns.concernId))
    .where(eq(candidateConcerns.candidateId, candidateId))
    .orderBy(asc(concerns.reference))
    .limit(mostChoosable);

/** Counts in a cycle what was chosen for it. */
export async function countInCycle(tx: Db, cycleId: string, concernIds: readonly string[]): Promise<void> {
  await tx
    .update(concerns)
    .set({ cycleId })
    .where(and(inArray(concerns.id, [...concernIds]), isNull(concerns.cycleId)));
}
