import { rmSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createRandom } from "./killed-import.ts";
import { addAccount, buildChild, expectWhole, randomEnd, workUntilKilled } from "./killed-work.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

const kills = 50;
/** Processes at once, each killed and followed by another. */
const lanes = 2;
const workers = 4;
/** Each start has to open the database, on a machine that may be busy. */
const longTest = { timeout: 5 * 60_000 };
const seed = Date.now() % 1_000_000;

let database: RestorableDatabase;
let script: string;

beforeAll(async () => {
  database = restorableDatabase();
  script = await buildChild();
});
afterAll(async () => {
  rmSync(script, { force: true });
  await database.remove();
});

test(
  `${kills} processes killed at work (seed ${seed}) lose nothing acknowledged and leave nothing half done`,
  longTest,
  async () => {
    const accountId = await database.use(addAccount);
    const random = createRandom(seed);
    const acknowledged: string[] = [];
    const killInTurn = async (lane: number) => {
      for (let at = lane; at < kills; at += lanes) {
        const doom = { run: `run-${at}`, accountId, workers, ...randomEnd(random) };
        acknowledged.push(...(await workUntilKilled(script, database, doom)));
      }
    };
    await Promise.all(Array.from({ length: lanes }, (_, lane) => killInTurn(lane)));

    // Each of its transactions may have been committed and not yet told of.
    const unsaid = await database.use((db) => expectWhole(db, acknowledged, kills * workers));
    console.info(
      `${kills} processes killed: ${acknowledged.length} pieces acknowledged, ${unsaid} more committed (seed ${seed})`,
    );
    expect(acknowledged.length).toBeGreaterThan(kills);
  },
);
