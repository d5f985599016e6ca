import { eq } from "drizzle-orm";
import { forces } from "#db/schema/force.ts";
import type { Db } from "#db/types.ts";

export type Force = typeof forces.$inferSelect;
type NewForce = Omit<Force, "id">;

/** The force this installation serves, or null before one is set. */
export async function findForce(db: Db): Promise<Force | null> {
  const [force] = await db.select().from(forces).limit(1);
  return force ?? null;
}

export async function insertForce(db: Db, values: NewForce): Promise<void> {
  await db.insert(forces).values(values);
}

export async function updateForce(db: Db, id: string, values: NewForce): Promise<void> {
  await db.update(forces).set(values).where(eq(forces.id, id));
}
