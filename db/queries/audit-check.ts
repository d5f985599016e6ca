import { sql, type SQL } from "drizzle-orm";
import { noHash } from "#app/domain/audit/anchor.ts";
import type { Db } from "#db/types.ts";
import { rowsOf } from "./rows.ts";

/** A row that was checked and its chain value: where the next check goes on. */
export interface ChainEnd {
  number: number;
  hash: string;
}

/** Before the first row ever. */
export const chainStart: ChainEnd = { number: 0, hash: noHash };

/** What is wrong with a row; `numberBefore` is the number of the row found before it. */
export interface FlawedRow {
  number: number;
  numberBefore: number;
  isEdited: boolean;
  isUnlinked: boolean;
}

export interface CheckedRows {
  rows: number;
  /** Null when there were no rows. */
  end: ChainEnd | null;
  flawed: FlawedRow[];
}

/**
 * The hash that a row `e` ought to have under a number. As `audit_hash` in the database says it, but in our own
 * words: whoever can edit the record can replace a function too.
 */
const expectedHash = (number: SQL) => sql`pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
  pg_catalog.jsonb_build_array(${number}, (extract(epoch from e.at) * 1000)::bigint, e.action, e.actor_kind,
    e.actor_id, e.subject_kind, e.subject_id, e.neighbourhood_id, e.agency_id, e.reason, e.request_id, e.details,
    e.previous)::text, 'UTF8')), 'hex')`;

/** Checks the next `limit` rows after `after`: each against its hash, its number and the row before. */
export const checkRecord = (db: Db, after: ChainEnd, limit: number): Promise<CheckedRows> =>
  checkRows(
    db,
    after,
    sql`(select * from audit_events where number > ${after.number} order by number limit ${limit})`,
  );

/** Checks rows that left the record, given as the JSON text of an array, as `checkRecord` does. */
export const checkSealedRows = (db: Db, after: ChainEnd, json: string): Promise<CheckedRows> =>
  checkRows(db, after, sql`jsonb_populate_recordset(null::audit_events, ${json}::jsonb)`);

async function checkRows(db: Db, after: ChainEnd, source: SQL): Promise<CheckedRows> {
  const found = rowsOf<FlawedRow & { hash: string; total: number; isLast: boolean }>(
    await db.execute(sql`
      select number::float8 as "number", number_before::float8 as "numberBefore", hash, total::int as "total",
             is_last as "isLast", is_edited as "isEdited", is_unlinked as "isUnlinked"
      from (
        select number, hash, hash <> expected as is_edited, number = max(number) over () as is_last,
               count(*) over () as total, lag(number, 1, ${after.number}::bigint) over w as number_before,
               previous <> lag(hash, 1, ${after.hash}::text) over w as is_unlinked
        from (select e.number, e.hash, e.previous, ${expectedHash(sql`e.number`)} as expected from ${source} e) hashed
        window w as (order by number)
      ) checked
      where is_last or is_edited or is_unlinked or number <> number_before + 1
      order by number`),
  );
  const end = found.at(-1);
  return {
    rows: end?.total ?? 0,
    end: end === undefined ? null : { number: end.number, hash: end.hash },
    flawed: found
      .filter((row) => row.isEdited || row.isUnlinked || row.number !== row.numberBefore + 1)
      .map(({ number, numberBefore, isEdited, isUnlinked }) => ({
        number,
        numberBefore,
        isEdited,
        isUnlinked,
      })),
  };
}

/** Which of these rows are whole once they are taken to be one of the `candidates`: rows that were given another number. */
export async function findMovedRows(
  db: Db,
  numbers: readonly number[],
  candidates: readonly number[],
): Promise<{ number: number; from: number }[]> {
  return rowsOf(
    await db.execute(sql`
      select e.number::float8 as "number", c.number::float8 as "from"
      from audit_events e cross join unnest(${arrayOf(candidates)}) c(number)
      where e.number = any (${arrayOf(numbers)}) and c.number <> e.number
        and e.hash = ${expectedHash(sql`c.number`)}`),
  );
}

/** The hashes of those of these rows that are there, by number. */
export async function hashesOf(db: Db, numbers: readonly number[]): Promise<Map<number, string>> {
  const found = rowsOf<ChainEnd>(
    await db.execute(sql`
      select number::float8 as "number", hash from audit_events where number = any (${arrayOf(numbers)})`),
  );
  return new Map(found.map(({ number, hash }) => [number, hash]));
}

/** The numbers of rows that stand before the beginning of the record, the first few. */
export async function strayRows(db: Db, start: number): Promise<number[]> {
  const found = rowsOf<{ number: number }>(
    await db.execute(sql`
      select number::float8 as "number" from audit_events where number <= ${start} order by number limit 20`),
  );
  return found.map(({ number }) => number);
}

/** The triggers among these that are gone or switched off. */
export async function missingGuards(db: Db, triggers: readonly string[]): Promise<string[]> {
  const standing = rowsOf<{ name: string }>(
    await db.execute(sql`
      select tgname::text as "name" from pg_catalog.pg_trigger
      where tgrelid = 'audit_events'::regclass and tgenabled in ('O', 'A')`),
  ).map(({ name }) => name);
  return triggers.filter((trigger) => !standing.includes(trigger));
}

/** How many rows are after a number; for a progress bar. */
export async function countAfter(db: Db, number: number): Promise<number> {
  const [found] = rowsOf<{ rows: number }>(
    await db.execute(sql`select (coalesce(max(number), 0) - ${number})::float8 as "rows" from audit_events`),
  );
  return Math.max(0, found?.rows ?? 0);
}

// why: both drivers take a text and know no array of bigint alike.
const arrayOf = (numbers: readonly number[]) => sql`${`{${numbers.join(",")}}`}::bigint[]`;
