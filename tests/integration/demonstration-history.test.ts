import { count, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { fillHistory } from "#db/seed/fill-history.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-26T10:00:00Z");
const said: string[] = [];
let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase();
  await fillDemonstration(database.db, now, () => undefined);
});
afterAll(() => database.close());

const fill = (signal?: AbortSignal) => fillHistory(database.db, now, (line) => said.push(line), signal);
const rowsIn = async (table: "cycles" | "priorities") => {
  const [row] = await database.db.select({ rows: count() }).from(schema[table]);
  return row?.rows ?? 0;
};

test("is filled a neighbourhood at a time, cut off and begun again, once", async () => {
  const stop = new AbortController();
  const cutOff = fillHistory(
    database.db,
    now,
    (line) => {
      said.push(line);
      stop.abort();
    },
    stop.signal,
  );
  expect(await cutOff).toBe(true);
  expect(await rowsIn("cycles")).toBe(25 * 8);
  expect(await fill()).toBe(true);
  expect(await rowsIn("cycles")).toBe(103 * 8);
  expect(said.at(-1)).toBe("The demonstration's history: 78 of 103 neighbourhoods.");
  expect(await fill()).toBe(false);
  expect(await rowsIn("cycles")).toBe(103 * 8);
});

test("holds together: places, origins, votes", async () => {
  const { db } = database;
  const crowded = rowsOf(
    await db.execute(
      sql`select neighbourhood_id from priorities where slot is not null group by 1 having count(*) > 3`,
    ),
  );
  expect(crowded).toEqual([]);
  const origins = await db.selectDistinct({ origin: schema.priorities.origin }).from(schema.priorities);
  expect(origins.map(({ origin }) => origin).sort()).toEqual(["community-cycle", "snt-urgent"]);
  const lost = rowsOf(
    await db.execute(
      sql`select b.id from ballots b, unnest(b.choices) as choice where not exists (
            select from candidates c where c.cycle_id = b.cycle_id and c.number = choice and c.is_shortlisted)`,
    ),
  );
  expect(lost).toEqual([]);
  expect(await rowsIn("priorities")).toBeGreaterThan(500);
});

test("is left out where the force is no demonstration", async () => {
  const other = await openTestDatabase();
  await fillDemonstration(other.db, now, () => undefined);
  await other.db
    .update(schema.forces)
    .set({ isDemonstration: false })
    .where(eq(schema.forces.slug, "derbyshire"));
  expect(await fillHistory(other.db, now, () => undefined)).toBe(false);
  await other.close();
});
