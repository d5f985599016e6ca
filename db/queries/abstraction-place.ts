import { sql, type SQL } from "drizzle-orm";
import type { AreaKind, RateArea } from "#app/domain/abstraction/area.ts";
import type { Scope } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { editionIdAt } from "./edition-at.ts";
import { uuidArray } from "./uuid.ts";

/** The column of `placements p` that says which part of a kind a neighbourhood belongs to. */
export const idColumns: Readonly<Record<Exclude<AreaKind, "force">, SQL>> = {
  bcu: sql`p.bcu_id`,
  section: sql`p.section_id`,
  team: sql`p.team_id`,
  neighbourhood: sql`p.neighbourhood_id`,
};

/** That a placement `p` is within a part of the force. */
const isPartOf = (within: Pick<RateArea, "kind" | "id"> | undefined): SQL =>
  within === undefined || within.kind === "force"
    ? sql`true`
    : sql`${idColumns[within.kind]} = ${within.id}::uuid`;

/** That a placement `p` is of the structure in force and within a part of the force. */
export const isWithin = (db: Db, within: Pick<RateArea, "kind" | "id">): SQL =>
  sql`p.edition_id = (${editionIdAt(db, "structure")}) and ${isPartOf(within)}`;

/**
 * That a figure `m` lies within a part of the force in the structure of its month (`structuresOf` goes before it): what
 * was merged since stays where it was. The force has all that there is, placed or not.
 */
export const isPlaced = (within: Pick<RateArea, "kind" | "id">): SQL =>
  within.kind === "force"
    ? sql`true`
    : sql`exists (
        select from structures e join placements p on p.edition_id = e.edition_id
        where e.month = m.month and p.neighbourhood_id = m.neighbourhood_id and ${isPartOf(within)})`;

/** The parts of a kind that the neighbourhoods of each edition in `structures` belong to, for a `with`. */
export const placesOf = (
  by: Exclude<AreaKind, "force">,
  within: Pick<RateArea, "kind" | "id"> | undefined,
): SQL => sql`
  place as materialized (
    select p.edition_id, p.neighbourhood_id, ${idColumns[by]} as area_id from placements p
    where p.edition_id in (select edition_id from structures) and ${isPartOf(within)})`;

/** That a placement `p` is in the reader's area. */
export const isReached = ({ isForce, neighbourhoodIds }: Scope): SQL =>
  isForce ? sql`true` : sql`p.neighbourhood_id = any(${uuidArray(neighbourhoodIds)})`;

/** The figures' definitions with the time that each was in force, for a `with`. */
export const definitionTerms: SQL = sql`terms as (
  select version, effective_from, lead(effective_from) over (order by effective_from) as until
  from abstraction_definitions)`;

/** That a term `t` of `definitionTerms` is the one of a figure's month. */
export const isTermOf = (month: SQL): SQL =>
  sql`t.effective_from <= ${month} and (t.until is null or t.until > ${month})`;
