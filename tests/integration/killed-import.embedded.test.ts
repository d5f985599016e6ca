import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrationsFolder } from "#app/server/package-root.ts";
import { openDatabase } from "#db/client.ts";
import type { Db } from "#db/types.ts";
import { ensureBuilt } from "../../app/server/build.js";
import {
  archive,
  createRandom,
  expectArchiveWon,
  expectEditionA,
  loadEditionA,
  runData,
  spreadMoments,
  withoutArchive,
  type EditionA,
} from "./killed-import.ts";

const kills = 10;
const seed = Date.now() % 1_000_000;
const longTest = { timeout: 15 * 60_000 };

describe.skipIf(withoutArchive !== "")(`an import killed${withoutArchive}`, longTest, () => {
  let folder: string;
  let a: EditionA;
  let durationMs: number;
  const dataDir = () => join(folder, "data");
  const startImport = (into: string) => runData(["postcodes", "import", archive], { DATA_DIR: into });
  async function inDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const database = await openDatabase({ url: null, dataDir: dataDir(), migrationsFolder });
    try {
      return await work(database.db);
    } finally {
      await database.close();
    }
  }

  beforeAll(async () => {
    await ensureBuilt();
    folder = mkdtempSync(join(tmpdir(), "killed-import-"));
    a = await inDatabase(loadEditionA);
    cpSync(dataDir(), join(folder, "kept"), { recursive: true });
    // A run to the end on a copy says how long there is to kill it in.
    cpSync(dataDir(), join(folder, "measured"), { recursive: true });
    const { code, output, tookMs } = await startImport(join(folder, "measured")).ended;
    expect([code, output]).toEqual([0, expect.stringContaining("In force: OS Code-Point Open")]);
    durationMs = tookMs;
  }, longTest.timeout);
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test(`at ${kills} random moments (seed ${seed}), leaves the edition before in force and whole`, async () => {
    const random = createRandom(seed);
    const seen: string[] = [];
    let killed = 0;
    for (const momentMs of spreadMoments(kills, durationMs, random)) {
      const run = startImport(dataDir());
      await Promise.race([wait(momentMs), run.ended]);
      run.kill();
      const { code } = await run.ended;
      if (code === null) {
        killed += 1;
        const left = await inDatabase((db) => expectEditionA(db, a));
        seen.push(`${Math.round(momentMs)} ms: ${left} rows left`);
      } else {
        // Quicker than the run that was measured: it had ended. Back to the beginning.
        expect(code).toBe(0);
        await inDatabase((db) => expectArchiveWon(db, a));
        rmSync(dataDir(), { recursive: true });
        cpSync(join(folder, "kept"), dataDir(), { recursive: true });
      }
    }
    console.info(`killed in ${Math.round(durationMs)} ms, seed ${seed}: ${seen.join("; ")}`);
    expect(killed).toBeGreaterThanOrEqual(kills - 2);
  });

  test("and the next, left alone, wins and clears what they left", async () => {
    const { code, output } = await startImport(dataDir()).ended;
    expect([code, output]).toEqual([0, expect.stringContaining("In force: OS Code-Point Open")]);
    await inDatabase((db) => expectArchiveWon(db, a));
  });
});
