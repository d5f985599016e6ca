import { and, count, eq, inArray, sql } from "drizzle-orm";
import type { MeasurePoint } from "#app/domain/measure/measure.ts";
import { measurePoints, measures } from "#db/schema/measure.ts";
import type { Db } from "#db/types.ts";

export type StoredMeasure = typeof measures.$inferSelect;
export type MeasureChange = Partial<Omit<StoredMeasure, "id" | "planId" | "kind" | "addedAt" | "version">>;

/** A measure of a plan; null where the plan has no such one. Call it with the plan locked. */
export async function findMeasure(tx: Db, planId: string, id: string): Promise<StoredMeasure | null> {
  const [measure] = await tx
    .select()
    .from(measures)
    .where(and(eq(measures.planId, planId), eq(measures.id, id)))
    .limit(1);
  return measure ?? null;
}

export async function countMeasures(tx: Db, planId: string): Promise<number> {
  const [counted] = await tx.select({ count: count() }).from(measures).where(eq(measures.planId, planId));
  return counted?.count ?? 0;
}

export async function insertMeasure(tx: Db, values: typeof measures.$inferInsert): Promise<string> {
  const [added] = await tx.insert(measures).values(values).returning({ id: measures.id });
  if (added === undefined) throw new Error("The database returned no measure.");
  return added.id;
}

/** Writes what changed of a measure; its version rises by one. */
export const updateMeasure = (tx: Db, id: string, changes: MeasureChange) =>
  tx
    .update(measures)
    .set({ ...changes, version: sql`${measures.version} + 1` })
    .where(eq(measures.id, id));

/** Removes a measure, and says how many figures went with it. */
export async function deleteMeasure(tx: Db, id: string): Promise<number> {
  const figures = await tx
    .delete(measurePoints)
    .where(eq(measurePoints.measureId, id))
    .returning({ on: measurePoints.on });
  await tx.delete(measures).where(eq(measures.id, id));
  return figures.length;
}

/** The figures of a measure that stand on some days. */
export const figuresOn = (tx: Db, measureId: string, days: readonly string[]): Promise<MeasurePoint[]> =>
  tx
    .select({ on: measurePoints.on, value: measurePoints.value, asked: measurePoints.asked })
    .from(measurePoints)
    .where(and(eq(measurePoints.measureId, measureId), inArray(measurePoints.on, [...days])))
    .limit(days.length);

/** Writes figures in the place of those of the same days, and takes others out; the measure's version rises by one. */
export async function writeFigures(
  tx: Db,
  measureId: string,
  { write, remove }: { write: readonly MeasurePoint[]; remove: readonly string[] },
  { at, by }: { at: Date; by: string | null },
): Promise<void> {
  if (remove.length > 0)
    await tx
      .delete(measurePoints)
      .where(and(eq(measurePoints.measureId, measureId), inArray(measurePoints.on, [...remove])));
  if (write.length > 0)
    await tx
      .insert(measurePoints)
      .values(write.map((point) => ({ ...point, measureId, addedAt: at, addedBy: by })))
      .onConflictDoUpdate({
        target: [measurePoints.measureId, measurePoints.on],
        set: {
          value: sql`excluded.value`,
          asked: sql`excluded.asked`,
          addedAt: sql`excluded.added_at`,
          addedBy: sql`excluded.added_by`,
        },
      });
  await updateMeasure(tx, measureId, {});
}
