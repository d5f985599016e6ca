import { count, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { spanOfMonth } from "#app/domain/abstraction/month.ts";
import { judgeAbstractions } from "#app/services/abstraction/judge-abstractions.server.ts";
import { publishFigures } from "#app/services/abstraction/publish-figures.server.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import { rowsOf } from "#db/queries/rows.ts";
import * as schema from "#db/schema/index.ts";
import { restatedMonth } from "#db/seed/duty-months.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { fillDuties } from "#db/seed/fill-duties.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-26T10:00:00Z");
const anchor = "2026-11-01";
const said: string[] = [];
// Two years of a force are told once for all of these tests.
const longest = 15 * 60_000;
let database: TestDatabase;
let isCutOffWell: boolean;

beforeAll(async () => {
  database = await openTestDatabase();
  const { db } = database;
  await fillDemonstration(db, now, () => undefined);
  const stop = new AbortController();
  const cutOff = await fillDuties(
    db,
    now,
    (line) => {
      said.push(line);
      stop.abort();
    },
    stop.signal,
  );
  isCutOffWell = cutOff && (await rowsIn("duties")) < 50_000;
  await fillDuties(db, now, (line) => said.push(line));
}, longest);
afterAll(() => database.close());

const rowsIn = async (table: "duties" | "abstractionEntries" | "abstractionPublished") => {
  const [row] = await database.db.select({ rows: count() }).from(schema[table]);
  return row?.rows ?? 0;
};
const rows = async <Row>(query: ReturnType<typeof sql>) => rowsOf<Row>(await database.db.execute(query));

test("is filled a team's month at a time, cut off and begun again, once", async () => {
  expect(isCutOffWell).toBe(true);
  expect(said[0]).toBe("The demonstration's duties: 6 of 25 months.");
  const [duties, entries] = [await rowsIn("duties"), await rowsIn("abstractionEntries")];
  expect(duties).toBeGreaterThan(165_000);
  expect(entries).toBeGreaterThan(32_000);
  expect(await fillDuties(database.db, now, (line) => said.push(line))).toBe(false);
  expect(await rowsIn("duties")).toBe(duties);
  const written = await rows<{ actor_id: string | null }>(
    sql`select actor_id from audit_events where action = 'demonstration.fill' and details ? 'duties'`,
  );
  expect(written).toEqual([{ actor_id: null }]);
});

test("its figures are those that working them out anew gives", async () => {
  const { db } = database;
  const figures = () =>
    rows(sql`select m.* from abstraction_months m where month in (${restatedMonth(anchor)}::date, '2026-10-01')
      order by month, neighbourhood_id, version, is_special`);
  const kept = await figures();
  expect(kept.length).toBeGreaterThan(200);
  await db.transaction((tx) =>
    renewFigures(tx, { months: [restatedMonth(anchor), "2026-10-01"], neighbourhoodIds: null }),
  );
  expect(await figures()).toEqual(kept);
});

test("the force drifts about ten per cent, and its definition was agreed", async () => {
  const months = await rows<{ month: string; rate: number }>(sql`
    select m.month::text as month, (100.0 * sum(m.abstracted_a) / sum(m.duty))::float8 as rate
    from abstraction_months m join abstraction_definitions d on d.version = m.version
    where m.month between '2025-01-01' and '2026-10-01'
      and d.version = (select max(version) from abstraction_definitions where effective_from <= m.month)
    group by m.month order by m.month`);
  expect(months).toHaveLength(22);
  for (const { rate } of months) {
    expect(rate).toBeGreaterThan(8.5);
    expect(rate).toBeLessThan(11.5);
  }
  const agreed = await database.db
    .select()
    .from(schema.abstractionDefinitions)
    .orderBy(schema.abstractionDefinitions.version);
  expect(agreed.map(({ effectiveFrom }) => effectiveFrom)).toEqual(["2000-01-01", "2025-09-01"]);
  expect(agreed.at(-1)?.agreedBy).toHaveLength(4);
});

const statesOf = async () =>
  Object.fromEntries(
    (
      await rows<{ code: string; state: string }>(sql`
        select distinct on (t.code) t.code, i.state::text as state from abstraction_improvements i
        join teams t on t.id = i.team_id order by t.code, i.opened_at desc`)
    ).map(({ code, state }) => [code, state]),
  );

test("each team stands as its story says, and the platform judges nothing else of it but what was restated", async () => {
  const before = {
    CHE: "closed",
    SHI: "closed",
    DCC: "escalated",
    DEA: "plan-live",
    ILK: "watch",
    SWA: "plan-required",
    LOE: "within",
    GLO: "within",
    CLA: "within",
  };
  expect(await statesOf()).toEqual(before);
  await judgeAbstractions({ db: database.db, now, signal: new AbortController().signal });
  expect(await statesOf()).toEqual({ ...before, BUX: "watch" });
});

test("two years are published, one month twice, and nothing is left to publish", async () => {
  const force = await rows<{ starts_on: string; revision: number; restatement: string | null }>(sql`
    select starts_on::text, revision, restatement from abstraction_published where scope = 'force' order by 1, 2`);
  expect(force).toHaveLength(23);
  const [again, ...more] = force.filter(({ revision }) => revision === 2);
  expect(again?.starts_on).toBe(restatedMonth(anchor));
  expect(again?.restatement).toContain("time was recorded late");
  expect(more).toEqual([]);
  const bcu = await rows<{ rate: number }>(sql`
    select round(100.0 * abstracted_a / duty, 1)::float8 as rate from abstraction_published
    where scope = 'bcu' and (scope_key, starts_on) in (
      select scope_key, starts_on from abstraction_published where scope = 'bcu' and revision = 2)
    order by revision`);
  expect(bcu.map(({ rate }) => rate)).toEqual([9.8, 10.2]);
  const signal = new AbortController().signal;
  expect(await publishFigures({ db: database.db, now, signal })).toBe(0);
});

test("holds together: vacant posts have no duty, nothing is logged ahead, requests and disputes stand in each state", async () => {
  const { from } = spanOfMonth(anchor);
  expect(from < now).toBe(true);
  expect(
    await rows(sql`select d.id from duties d where not exists (select from post_holdings h where h.post_id = d.post_id
      and h.kind = 'substantive' and h.held_from <= (d.starts_at at time zone 'Europe/London')::date
      and (h.held_to is null or h.held_to >= (d.starts_at at time zone 'Europe/London')::date)) limit 5`),
  ).toEqual([]);
  expect(
    await rows(
      sql`select id from abstraction_entries where ends_at > ${now.toISOString()}::timestamptz limit 5`,
    ),
  ).toEqual([]);
  const requests = await rows<{ state: string; rows: number }>(
    sql`select state::text as state, count(*)::int as rows from abstraction_requests group by 1 order by 1`,
  );
  expect(requests).toEqual([
    { state: "asked", rows: 2 },
    { state: "authorised", rows: 2 },
    { state: "refused", rows: 1 },
    { state: "withdrawn", rows: 1 },
  ]);
  const disputes = await rows<{ state: string }>(
    sql`select state::text as state from abstraction_disputes where raised_by is not null order by 1`,
  );
  expect(disputes).toEqual([{ state: "open" }, { state: "refused" }]);
});
