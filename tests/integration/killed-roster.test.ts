import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { ne } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { duties, rosterRows, rosters } from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { realForceSettings } from "#tests/support/real-force.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { createRandom, runData, spreadMoments } from "./killed-import.ts";
import { fillForce } from "./people-force.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";
import { addConstables, header, mapping } from "./roster-desk.ts";

const isPostgres = (process.env.TEST_DATABASE_URL ?? "") !== "";
const posts = 60;
const rowsOfAll = isPostgres ? 20_000 : 6_000;
const kills = 5;
const seed = Date.now() % 1_000_000;
const longTest = { timeout: 10 * 60_000 };

let database: RestorableDatabase;
let files: TestFiles;
let path: string;
let durationMs: number;
const run = (words: readonly string[]) => runData(words, { ...database.env, ...realForceSettings });
const startImport = () => run(["roster", "import", path, "--mapping", "test", "--rows", String(rowsOfAll)]);

beforeAll(async () => {
  await ensureBuilt();
  database = restorableDatabase();
  files = await openTestFiles();
  const ids = new Map<string, string>();
  const id = (name: string) => {
    const given = ids.get(name) ?? randomUUID();
    ids.set(name, given);
    return given;
  };
  const references = await database.use(async (db) => {
    await fillForce(db, id);
    return addConstables(db, id, posts);
  });
  const lines = Array.from({ length: rowsOfAll }, (_, at) => {
    const day = addDays("2023-06-01", Math.floor(at / posts));
    return `${references[at % posts] ?? ""},${day.split("-").reverse().join("/")},07:00,15:00,DUTY,${at}`;
  });
  path = await files.write("duties.csv", [header, ...lines].join("\r\n"));
}, longTest.timeout);
afterAll(async () => {
  await database.remove();
  await files.remove();
});

test("the command prints an example mapping, stores one, and refuses what is none", longTest, async () => {
  const template = await run(["roster", "mapping", "--template"]).ended;
  expect(template).toMatchObject({ code: 0 });
  expect(template.output).toContain('"trailer": "TOTAL"');
  const wrong = await files.write("wrong.json", JSON.stringify({ ...mapping, clock: "moon" }));
  const refused = await run(["roster", "mapping", wrong, "--name", "test"]).ended;
  expect([refused.code, refused.output]).toEqual([1, expect.stringContaining("is no mapping")]);
  const file = await files.write("mapping.json", JSON.stringify(mapping));
  const stored = await run(["roster", "mapping", file, "--name", "test"]).ended;
  expect([stored.code, stored.output]).toEqual([0, expect.stringContaining("test is stored (version 1)")]);
  const other = await files.write("other.csv", `${header}\npc,01/06/2026,07:00,15:00,DUTY,\nx,,,,,`);
  const differing = await run(["roster", "import", other, "--mapping", "test", "--rows", "3"]).ended;
  expect(differing.code).toBe(1);
  for (const said of ["3 rows were stated, and 2 were read.", "line 3:", "Nothing of it came into force."])
    expect(differing.output).toContain(said);
});

/** Whether all of it is in force; fails where it is in part. */
async function isSwitched(db: Db): Promise<boolean> {
  const found = await db.$count(duties);
  expect([0, rowsOfAll]).toContain(found);
  const inForce = await db.$count(rosters, ne(rosters.firstDay, "1900-01-01"));
  expect(inForce).toBe(found === 0 ? 0 : 1);
  return found > 0;
}

test(`an import killed at ${kills} moments (seed ${seed}) is never seen in part`, longTest, async () => {
  await database.keep();
  const whole = await startImport().ended;
  expect([whole.code, whole.output]).toEqual([0, expect.stringContaining("The roster is in force.")]);
  durationMs = whole.tookMs;
  await database.restore();
  const seen: string[] = [];
  let killed = 0;
  for (const share of spreadMoments(kills, createRandom(seed))) {
    const started = startImport();
    await Promise.race([wait(share * durationMs), started.ended]);
    started.kill();
    await started.ended;
    const left = await database.use(async (db) => ((await isSwitched(db)) ? null : db.$count(rosterRows)));
    if (left === null) await database.restore();
    else killed += 1;
    seen.push(`${Math.round(share * durationMs)} ms: ${left === null ? "switched" : `${left} rows left`}`);
  }
  console.info(`a roster of ${Math.round(durationMs)} ms killed after (seed ${seed}): ${seen.join("; ")}`);
  expect(killed).toBeGreaterThan(1);
});

test("and the next, left alone, comes into force and clears what they left", longTest, async () => {
  const { code, output } = await startImport().ended;
  expect([code, output]).toEqual([0, expect.stringContaining("The roster is in force.")]);
  await database.use(async (db) => {
    expect(await isSwitched(db)).toBe(true);
    expect(await db.$count(rosterRows, ne(rosterRows.state, "refused"))).toBe(0);
    const states = (await db.select({ state: rosters.state }).from(rosters)).map(({ state }) => state);
    expect(states).not.toContain("staging");
  });
  const list = await run(["roster", "list"]).ended;
  for (const said of ["Mappings: test.", "duties.csv: in-force", "other.csv: refused"])
    expect(list.output).toContain(said);
});
