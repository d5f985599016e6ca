import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureBuilt } from "../../app/server/build.js";
import {
  archive,
  createRandom,
  expectArchiveWon,
  expectEditionA,
  isSwitched,
  loadEditionA,
  runData,
  spreadMoments,
  withoutArchive,
  type EditionA,
} from "./killed-import.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

const kills = 10;
const seed = Date.now() % 1_000_000;
const longTest = { timeout: 15 * 60_000 };

describe.skipIf(withoutArchive !== "")(`an import killed${withoutArchive}`, longTest, () => {
  let database: RestorableDatabase;
  let a: EditionA;
  let durationMs: number;
  const startImport = () => runData(["postcodes", "import", archive], database.env);

  beforeAll(async () => {
    await ensureBuilt();
    database = restorableDatabase();
    a = await database.use(loadEditionA);
    await database.keep();
    // A run to the end says how long there is to kill it in.
    const { code, output, tookMs } = await startImport().ended;
    expect([code, output]).toEqual([0, expect.stringContaining("In force: OS Code-Point Open")]);
    durationMs = tookMs;
    await database.restore();
  }, longTest.timeout);
  afterAll(() => database.remove());

  test(`at ${kills} random moments (seed ${seed}), leaves the edition before or the new one in force, whole`, async () => {
    const seen: string[] = [];
    let unswitched = 0;
    let unswitchedMs = durationMs;
    for (const share of spreadMoments(kills, createRandom(seed))) {
      const momentMs = share * unswitchedMs;
      const run = startImport();
      await Promise.race([wait(momentMs), run.ended]);
      run.kill();
      const { code } = await run.ended;
      const left = await database.use(async (db) => {
        if (!(await isSwitched(db, a))) return expectEditionA(db, a);
        await expectArchiveWon(db, a);
        return null;
      });
      if (left === null) {
        // The switch came before the kill: quicker than measured. Back to the beginning.
        unswitchedMs = momentMs;
        await database.restore();
      } else {
        expect(code).toBeNull();
        unswitched += 1;
      }
      seen.push(`${Math.round(momentMs)} ms: ${left === null ? "switched" : `${left} rows left`}`);
    }
    console.info(`an import of ${Math.round(durationMs)} ms killed after (seed ${seed}): ${seen.join("; ")}`);
    expect(unswitched).toBeGreaterThanOrEqual(kills / 2);
  });

  test("and the next, left alone, wins and clears what they left", async () => {
    const { code, output } = await startImport().ended;
    expect([code, output]).toEqual([0, expect.stringContaining("In force: OS Code-Point Open")]);
    await database.use((db) => expectArchiveWon(db, a));
  });
});
