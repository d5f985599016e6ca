import { and, asc, eq, sql, type SQL } from "drizzle-orm";
import type { UrbanRural } from "#app/domain/structure/structure.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { bcus, partnerships, placements, sections, teams } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";

/** Where a neighbourhood stands in the force. */
export interface Placement {
  neighbourhoodId: string;
  code: string;
  slug: string;
  /** As the boundaries in force name it, or its code where they do not know it. */
  name: string;
  urbanRural: UrbanRural | null;
  bcu: { code: string; name: string };
  section: { code: string; name: string };
  /** `code` is the GSS code of the council district. */
  partnership: { code: string; name: string; slug: string };
  team: { code: string; name: string };
}

/** More neighbourhoods than any force has; only a bound. */
const mostNeighbourhoods = 5_000;

const name = sql<string>`coalesce(${boundaries.name}, ${neighbourhoods.code})`;

const selectPlacements = (
  db: Db,
  at: Date | undefined,
  only: SQL | undefined,
  limit: number,
): Promise<Placement[]> =>
  db
    .select({
      neighbourhoodId: placements.neighbourhoodId,
      code: neighbourhoods.code,
      slug: neighbourhoods.slug,
      name,
      urbanRural: placements.urbanRural,
      bcu: { code: bcus.code, name: placements.bcuName },
      section: { code: sections.code, name: placements.sectionName },
      partnership: { code: partnerships.code, name: placements.partnershipName, slug: partnerships.slug },
      team: { code: teams.code, name: placements.teamName },
    })
    .from(placements)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, placements.neighbourhoodId))
    .innerJoin(bcus, eq(bcus.id, placements.bcuId))
    .innerJoin(sections, eq(sections.id, placements.sectionId))
    .innerJoin(partnerships, eq(partnerships.id, placements.partnershipId))
    .innerJoin(teams, eq(teams.id, placements.teamId))
    .leftJoin(
      boundaries,
      and(
        eq(boundaries.editionId, editionIdAt(db, "boundaries", at)),
        eq(boundaries.neighbourhoodId, placements.neighbourhoodId),
      ),
    )
    .where(and(eq(placements.editionId, editionIdAt(db, "structure", at)), only))
    .orderBy(asc(name), asc(neighbourhoods.code))
    .limit(limit);

/** Every neighbourhood of the structure in force (now, or at a moment of the past), by name. */
export const placementsInForce = (db: Db, at?: Date): Promise<Placement[]> =>
  selectPlacements(db, at, undefined, mostNeighbourhoods);

/** Where one neighbourhood stands (now, or at a moment of the past), or null where the structure leaves it out. */
export async function placementOf(db: Db, neighbourhoodId: string, at?: Date): Promise<Placement | null> {
  const rows = await selectPlacements(db, at, eq(placements.neighbourhoodId, neighbourhoodId), 1);
  return rows[0] ?? null;
}

/** The names of the teams in force, by id. */
export async function teamNames(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectDistinct({ id: placements.teamId, name: placements.teamName })
    .from(placements)
    .where(eq(placements.editionId, editionIdAt(db, "structure")))
    .limit(mostNeighbourhoods);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
