import { sql, type SQL } from "drizzle-orm";
import { wholeForce, type AreaKind } from "#app/domain/abstraction/area.ts";
import { sharesOfMinute } from "#app/domain/abstraction/shares.ts";
import type { AreaMonth, SumsAsked } from "#app/domain/abstraction/sums.ts";
import type { Db } from "#db/types.ts";
import { definitionTerms, isTermOf, placesOf } from "./abstraction-place.ts";
import { structuresOf } from "./edition-at-end.ts";
import { editionIdAt } from "./edition-at.ts";
import { rowsOf } from "./rows.ts";

// Shares are whole numbers and a month's sum of them is far under 2^53, so `float8` adds them exactly: it is what the
// page counts with, and adds several times as fast as the exact decimals that `bigint` is summed in.

// Ten years of every month of the largest force, both ways; only a bound.
const mostRows = 1_000_000;

interface Row extends Omit<AreaMonth, "area"> {
  area_id: string | null;
  area_code: string | null;
  area_name: string | null;
}

/**
 * The figures of each part of a kind by month, as sums of its neighbourhoods in the structure of that month; of
 * the force, as sums of all: with the definition of the month and, where they were worked out with a later one as well, with that. What every screen says
 * of a rate comes from here. Posts that are not special constables unless asked. By month, then by name; a part
 * without figures in a month is left out: that is no nought. Call it as staff.
 */
export async function sumsOf(
  db: Db,
  { by, within, from, to, areSpecials = false }: SumsAsked,
): Promise<AreaMonth[]> {
  const isForce = by === "force";
  const rows = rowsOf<Row>(
    await db.execute(sql`
      with ${definitionTerms}, ${structuresOf(from, to)} ${isForce ? sql.empty() : sql`, ${placesOf(by, within)}`},
      summed as (
        select ${isForce ? sql`null::uuid` : sql`place.area_id`} as area_id, m.month, m.version, m.version = t.version as is_in_force,
          floor(sum(m.posts)::numeric / ${sql.raw(String(sharesOfMinute))})::int as posts, sum(m.established::float8) as established, sum(m.duty::float8) as duty,
          sum(m.unavailable::float8) as unavailable, sum(m.abstracted_a::float8) as abstracted_a,
          sum(m.abstracted_b::float8) as abstracted_b, sum(m.exempt::float8) as exempt,
          sum(m.unauthorised::float8) as unauthorised, sum(m.lent::float8) as lent,
          sum(m.duties::float8) as duties, sum(m.confirmed::float8) as confirmed
        from abstraction_months m
        ${
          isForce
            ? sql.empty()
            : sql`join structures e on e.month = m.month
        join place on place.edition_id = e.edition_id and place.neighbourhood_id = m.neighbourhood_id`
        }
        join terms t on ${isTermOf(sql`m.month`)}
        where m.month between ${from}::date and ${to}::date and m.is_special = ${areSpecials}
        group by 1, 2, 3, 4
      )
      select s.area_id::text, named.code as area_code, named.name as area_name, s.month::text, s.version,
        s.is_in_force as "isInForce", s.posts, s.established, s.duty, s.unavailable, s.abstracted_a as "abstractedA",
        s.abstracted_b as "abstractedB", s.exempt, s.unauthorised, s.lent, s.duties, s.confirmed
      from summed s left join (${namesOf(db, by, sql`p.edition_id in (select edition_id from structures)`)}) named on named.id = s.area_id
      order by s.month, named.name, s.area_id, s.version
      limit ${mostRows}`),
  );
  return rows.map(({ area_id, area_code, area_name, ...sums }) => ({
    ...sums,
    area:
      area_id === null ? wholeForce : { kind: by, id: area_id, code: area_code ?? "", name: area_name ?? "" },
  }));
}

/**
 * The parts of a kind in the structure in force, or in other editions of `placements p`, with the codes and names that
 * they have there: those in force before older ones.
 */
export function namesOf(db: Db, kind: AreaKind, editions?: SQL): SQL {
  const inForce = sql`p.edition_id = (${editionIdAt(db, "structure")})`;
  const from = sql`from placements p`;
  const where = sql`where ${editions === undefined ? inForce : sql`(${inForce} or ${editions})`}`;
  const newest = sql`${inForce} desc, p.edition_id`;
  switch (kind) {
    case "force":
      return sql`select null::uuid as id, '' as code, '' as name`;
    case "bcu":
      return sql`select distinct on (u.id) u.id, u.code, p.bcu_name as name
        ${from} join bcus u on u.id = p.bcu_id ${where} order by u.id, ${newest}`;
    case "section":
      return sql`select distinct on (u.id) u.id, u.code, p.section_name as name
        ${from} join sections u on u.id = p.section_id ${where} order by u.id, ${newest}`;
    case "team":
      return sql`select distinct on (u.id) u.id, u.code, p.team_name as name
        ${from} join teams u on u.id = p.team_id ${where} order by u.id, ${newest}`;
    case "neighbourhood":
      return sql`select distinct on (n.id) n.id, n.slug as code, coalesce(b.name, n.code) as name
        ${from} join neighbourhoods n on n.id = p.neighbourhood_id
        left join boundaries b on b.neighbourhood_id = n.id and b.edition_id = (${editionIdAt(db, "boundaries")})
        ${where} order by n.id, ${newest}`;
  }
}
