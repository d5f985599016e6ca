import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrationsFolder } from "#app/server/package-root.ts";
import { openDatabase } from "#db/client.ts";
import type { Db } from "#db/types.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import {
  archive,
  createRandom,
  expectArchiveWon,
  expectEditionA,
  loadEditionA,
  runData,
  withoutArchive,
  type CommandRun,
  type EditionA,
} from "./killed-import.ts";

const seed = Date.now() % 1_000_000;
const longTest = { timeout: 10 * 60_000 };

interface Heard {
  postcode: string;
  /** Status and body. */
  answer: string;
  tookMs: number;
}

describe.skipIf(withoutArchive !== "")(`an import in the server${withoutArchive}`, longTest, () => {
  let dataDir: string;
  let a: EditionA;
  let server: RunningServer | undefined;
  const random = createRandom(seed);

  async function inDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const database = await openDatabase({ url: null, dataDir, migrationsFolder });
    try {
      return await work(database.db);
    } finally {
      await database.close();
    }
  }
  async function serve() {
    server = await startServer({ dataDir, env: { LOG_LEVEL: "warn", API_LIMIT_PER_MINUTE: "10000000" } });
    return server;
  }
  const startImport = () => runData(["postcodes", "import", archive], { DATA_DIR: dataDir });
  async function ask({ url }: RunningServer, postcode: string): Promise<Heard> {
    const startedAt = performance.now();
    const response = await fetch(`${url}/api/v1/postcodes/${encodeURIComponent(postcode)}`);
    const answer = `${response.status} ${await response.text()}`;
    return { postcode, answer, tookMs: performance.now() - startedAt };
  }
  async function askAll(of: RunningServer) {
    const answers = new Map<string, string>();
    for (const postcode of a.postcodes) answers.set(postcode, (await ask(of, postcode)).answer);
    return answers;
  }
  /** Asks for random postcodes of A, one after another, until the run ends. */
  async function askUntilEnded(of: RunningServer, run: CommandRun): Promise<Heard[]> {
    const heard: Heard[] = [];
    let isRunning = true;
    void run.ended.then(() => (isRunning = false));
    while (isRunning) {
      const postcode = a.postcodes[Math.floor(random() * a.postcodes.length)] ?? "";
      heard.push(await ask(of, postcode));
      await wait(2);
    }
    return heard;
  }

  beforeAll(async () => {
    await ensureBuilt();
    dataDir = mkdtempSync(join(tmpdir(), "killed-server-"));
    a = await inDatabase(loadEditionA);
  }, longTest.timeout);
  afterAll(async () => {
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  test(`the server killed in the middle of it answers as before when it is back (seed ${seed})`, async () => {
    const first = await serve();
    const before = await askAll(first);
    expect([...before.values()].filter((answer) => !answer.startsWith("200 "))).toEqual([]);
    const run = startImport();
    // Reading takes the most part of it; this is at work on one or the other.
    await wait(1_000 + random() * 3_000);
    process.kill(first.pid, "SIGKILL");
    await first.stop();
    const { code, output } = await run.ended;
    expect([code, output]).toEqual([1, expect.stringContaining("The server stopped before the job ended")]);

    const second = await serve();
    expect(await askAll(second)).toEqual(before);
    await second.stop();
    await inDatabase((db) => expectEditionA(db, a));
  });

  test("residents are answered while it runs, from the edition before and then from the new one, never back", async () => {
    const serving = await serve();
    const before = await askAll(serving);
    const run = startImport();
    const heard = await askUntilEnded(serving, run);
    const { code, output } = await run.ended;
    expect([code, output]).toEqual([0, expect.stringContaining("In force: OS Code-Point Open")]);
    const after = await askAll(serving);

    const sides = heard.map(({ postcode, answer }) => {
      if (answer === before.get(postcode)) return "before";
      return answer === after.get(postcode) ? "after" : answer;
    });
    const firstAfter = sides.indexOf("after");
    const wrong = sides.filter((side, at) => side !== (firstAfter !== -1 && at >= firstAfter ? "after" : "before"));
    expect(wrong).toEqual([]);
    expect(sides.length).toBeGreaterThan(50);
    // DE90 is invented: with the whole country loaded it is in no list.
    expect([...after.values()].filter((answer) => !answer.startsWith("404 "))).toEqual([]);

    const worst = heard.map(({ tookMs }) => tookMs).sort((x, y) => y - x);
    const rank = (share: number) => Math.round(worst[Math.floor(worst.length * share)] ?? 0);
    console.info(
      `while importing in the server: ${heard.length} answers, worst ${rank(0)} ms, p99 ${rank(0.01)} ms, median ${rank(0.5)} ms`,
    );
    await serving.stop();
    await inDatabase((db) => expectArchiveWon(db, a));
  });
});
