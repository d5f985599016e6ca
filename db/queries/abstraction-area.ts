import { sql, type SQL } from "drizzle-orm";
import { wholeForce, type AreaName, type RateArea } from "#app/domain/abstraction/area.ts";
import { commonArea, pathTo, type AreaPlace } from "#app/domain/abstraction/area-path.ts";
import type { Scope } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";
import { uuidArray } from "./uuid.ts";

/** A part of the force with what it lies in, the widest first. */
export interface FoundArea {
  area: RateArea;
  path: RateArea[];
}

/** More neighbourhoods than any force has; only a bound. */
const mostPlaces = 5_000;

const columns = {
  bcu: sql`u.code`,
  section: sql`s.code`,
  team: sql`t.code`,
  neighbourhood: sql`n.slug`,
};

/**
 * The part of the force that a reader asked for; null where there is none of that name, and where it is a team or a
 * neighbourhood outside the reader's area. Without a name, the smallest part that holds all of the reader's area.
 */
export async function findArea(db: Db, scope: Scope, name: AreaName | null): Promise<FoundArea | null> {
  if (name?.kind === "force" || (name === null && scope.isForce)) return { area: wholeForce, path: [] };
  const isOfReader = sql`p.neighbourhood_id = any(${uuidArray(scope.neighbourhoodIds)})`;
  if (name === null) {
    const places = await listPlaces(db, isOfReader);
    const area = commonArea(places);
    return { area, path: pathTo(area, places) };
  }
  const { kind, code } = name;
  const isAsked = sql`${columns[kind]} = ${code}`;
  const isOpen = scope.isForce || kind === "bcu" || kind === "section";
  const places = await listPlaces(db, isOpen ? isAsked : sql`${isAsked} and ${isOfReader}`);
  const area = places[0]?.[kind];
  return area === undefined ? null : { area, path: pathTo(area, places) };
}

interface Row {
  bcu_id: string;
  bcu: string;
  bcu_name: string;
  section_id: string;
  section: string;
  section_name: string;
  team_id: string;
  team: string;
  team_name: string;
  id: string;
  slug: string;
  name: string;
}

async function listPlaces(db: Db, condition: SQL): Promise<AreaPlace[]> {
  const rows = rowsOf<Row>(
    await db.execute(sql`
      select u.id::text as bcu_id, u.code as bcu, p.bcu_name, s.id::text as section_id, s.code as section,
        p.section_name, t.id::text as team_id, t.code as team, p.team_name,
        n.id::text, n.slug, coalesce(b.name, n.code) as name
      from placements p
      join bcus u on u.id = p.bcu_id
      join sections s on s.id = p.section_id
      join teams t on t.id = p.team_id
      join neighbourhoods n on n.id = p.neighbourhood_id
      left join boundaries b on b.neighbourhood_id = n.id and b.edition_id = (${editionIdAt(db, "boundaries")})
      where p.edition_id = (${editionIdAt(db, "structure")}) and ${condition}
      order by n.slug limit ${mostPlaces}`),
  );
  return rows.map((row) => ({
    bcu: { kind: "bcu", id: row.bcu_id, code: row.bcu, name: row.bcu_name },
    section: { kind: "section", id: row.section_id, code: row.section, name: row.section_name },
    team: { kind: "team", id: row.team_id, code: row.team, name: row.team_name },
    neighbourhood: { kind: "neighbourhood", id: row.id, code: row.slug, name: row.name },
  }));
}
