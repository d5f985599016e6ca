import { sql, type SQL } from "drizzle-orm";
import type { EditionNoun } from "#app/domain/edition/edition.ts";

/** The id of the edition of a noun that was in force when a month ended; of a month before the first edition, the first. */
export const editionAtEnd = (noun: EditionNoun, endsAt: SQL): SQL => sql`coalesce(
  (select t.edition_id from edition_terms t
   where t.noun = ${noun} and t.in_force_from < ${endsAt} and (t.in_force_to is null or t.in_force_to >= ${endsAt})
   order by t.number desc limit 1),
  (select t.edition_id from (select * from edition_terms t where t.noun = ${noun} order by t.number limit 1) t
   where t.in_force_from >= ${endsAt}))`;

/** The structure of each month from one to another, for a `with`: `month`, `edition_id`. */
export const structuresOf = (from: string, to: string): SQL => sql`structures as materialized (
  select m.month, ${editionAtEnd("structure", sql`m.ends_at`)} as edition_id
  from (
    select at::date as month, (at + interval '1 month') at time zone 'Europe/London' as ends_at
    from generate_series(${from}::timestamp, ${to}::timestamp, '1 month') as s (at)
  ) m)`;
