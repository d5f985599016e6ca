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

/** That a placement `p` is of the structure in force and within a part of the force. */
export const isWithin = (db: Db, within: Pick<RateArea, "kind" | "id"> | undefined): SQL => {
  const inForce = sql`p.edition_id = (${editionIdAt(db, "structure")})`;
  return within === undefined || within.kind === "force"
    ? inForce
    : sql`${inForce} and ${idColumns[within.kind]} = ${within.id}::uuid`;
};

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
