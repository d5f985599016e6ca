import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

const seed = Date.now() % 1_000_000;
const longTest = { timeout: 10 * 60_000 };

interface Heard {
  postcode: string;
  /** Status and body. */
  answer: string;
  tookMs: number;
}

describe.skipIf(withoutArchive !== "")(`an import in the server${withoutArchive}`, longTest, () => {
  let database: RestorableDatabase;
  let a: EditionA;
  let server: RunningServer | undefined;
  const random = createRandom(seed);

  async function serve() {
    const { DATA_DIR: dataDir = "" } = database.env;
    server = await startServer({ dataDir, env: { LOG_LEVEL: "warn", API_LIMIT_PER_MINUTE: "10000000" } });
    return server;
  }
  const startImport = () => runData(["postcodes", "import", archive], database.env);
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
    const ending = new AbortController();
    void run.ended.then(() => {
      ending.abort();
    });
    while (!ending.signal.aborted) {
      const postcode = a.postcodes[Math.floor(random() * a.postcodes.length)] ?? "";
      heard.push(await ask(of, postcode));
      await wait(2);
    }
    return heard;
  }

  beforeAll(async () => {
    await ensureBuilt();
    database = restorableDatabase();
    a = await database.use(loadEditionA);
  }, longTest.timeout);
  afterAll(async () => {
    await server?.stop();
    await database.remove();
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
    await database.use((db) => expectEditionA(db, a));
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
    const wrong = sides.filter(
      (side, at) => side !== (firstAfter !== -1 && at >= firstAfter ? "after" : "before"),
    );
    expect(wrong).toEqual([]);
    expect(sides.length).toBeGreaterThan(50);
    // DE90 is invented: with the whole country loaded it is in no list.
    expect([...after.values()].filter((answer) => !answer.startsWith("404 "))).toEqual([]);

    const times = heard.map(({ tookMs }) => tookMs);
    const sorted = times.toSorted((x, y) => y - x);
    const rank = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
    const worstBefore = Math.round(Math.max(...times.slice(0, firstAfter === -1 ? undefined : firstAfter)));
    console.info(
      `while importing in the server: ${heard.length} answers, worst ${rank(0)} ms (${worstBefore} ms before the ` +
        `switch), p99 ${rank(0.01)} ms, median ${rank(0.5)} ms`,
    );
    await serving.stop();
    await database.use((db) => expectArchiveWon(db, a));
  });
});
