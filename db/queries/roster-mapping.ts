import { asc, eq, sql } from "drizzle-orm";
import type { KnownPosts } from "#app/domain/roster/read-row.ts";
import { rosterMappings } from "#db/schema/duty.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";

export type RosterMappingRow = typeof rosterMappings.$inferSelect;

// More than any force has; only bounds.
const mostMappings = 100;
const mostPosts = 20_000;

export async function findRosterMapping(db: Db, name: string): Promise<RosterMappingRow | null> {
  const [row] = await db.select().from(rosterMappings).where(eq(rosterMappings.name, name));
  return row ?? null;
}

export const listRosterMappings = (db: Db): Promise<{ name: string; changedAt: Date }[]> =>
  db
    .select({ name: rosterMappings.name, changedAt: rosterMappings.changedAt })
    .from(rosterMappings)
    .orderBy(asc(rosterMappings.name))
    .limit(mostMappings);

/** Stores a mapping under its name, in place of what was there; its version. */
export async function storeRosterMapping(
  tx: Db,
  row: Pick<RosterMappingRow, "name" | "mapping" | "changedAt" | "changedBy">,
): Promise<number> {
  const [stored] = await tx
    .insert(rosterMappings)
    .values(row)
    .onConflictDoUpdate({
      target: rosterMappings.name,
      set: {
        mapping: row.mapping,
        changedAt: row.changedAt,
        changedBy: row.changedBy,
        version: sql`${rosterMappings.version} + 1`,
      },
    })
    .returning({ version: rosterMappings.version });
  return stored?.version ?? 1;
}

/** Every post that the platform knows, by its reference. Only those of the police in force are of a team. */
export async function knownPosts(db: Db): Promise<KnownPosts> {
  const rows = rowsOf<{ id: string; reference: string; is_of_team: boolean }>(
    await db.execute(sql`
      select p.id, p.reference, coalesce(d.kind in ('sergeant', 'pc', 'pcso', 'special'), false) as is_of_team
      from posts p
      left join post_details d on d.post_id = p.id and d.edition_id = (${editionIdAt(db, "teams")})
      limit ${mostPosts}`),
  );
  return new Map(rows.map(({ id, reference, is_of_team }) => [reference, { id, isOfTeam: is_of_team }]));
}
