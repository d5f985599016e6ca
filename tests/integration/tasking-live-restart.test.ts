import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { asc } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { taskingEntries } from "#db/schema/tasking-meeting.ts";
import { openLive, type HeardEntry } from "#tests/support/live-client.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { createRandom } from "./killed-import.ts";
import { fillLiveForce, record, screenAddress, type LiveForce } from "./live-force.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

const screens = 6;
const kills = 2;
/** How much is written down before each kill, and after the last. */
const entriesEach = 25;
const seed = Date.now() % 1_000_000;

let database: RestorableDatabase;
let force: LiveForce;
let server: RunningServer | undefined;

beforeAll(async () => {
  await ensureBuilt();
  database = restorableDatabase();
  force = await database.use((db) => fillLiveForce(db, screens));
});
afterAll(async () => {
  await server?.stop();
  await database.remove();
});

async function serve(): Promise<RunningServer> {
  const { DATA_DIR: dataDir, ...env } = database.env;
  server = await startServer({
    ...(dataDir === undefined ? {} : { dataDir }),
    env: { LOG_LEVEL: "warn", DEMO: "on", ...env },
    readyAt: "/health",
  });
  return server;
}

/** A screen over all lives of the server: it comes back with the number of what it had last. */
function startScreen(cookie: string, url: () => string, isOver: () => boolean) {
  const heard: HeardEntry[] = [];
  const follow = async () => {
    while (!isOver()) {
      const last = heard.at(-1)?.number;
      // While nobody answers it asks again, as a browser does.
      const client = await openLive(`${url()}${screenAddress}`, cookie, last).catch(() => null);
      if (client === null) await wait(200);
      else {
        const giveUp = setInterval(() => {
          if (isOver()) client.hangUp();
        }, 50);
        await client.ended;
        clearInterval(giveUp);
        heard.push(...client.heard);
      }
    }
  };
  return { heard, following: follow() };
}

test(
  `a server killed ${kills} times in a meeting loses nothing acknowledged, and every screen ends with one list (seed ${seed})`,
  { timeout: 5 * 60_000 },
  async () => {
    const random = createRandom(seed);
    let running = await serve();
    let isOver = false;
    const lines = force.screens.map((cookie) =>
      startScreen(
        cookie,
        () => running.url,
        () => isOver,
      ),
    );
    const keys: string[] = [];
    const acknowledged: string[] = [];
    /** Writes down until it was acknowledged, under one key, as a screen does over a bad line. */
    const write = async (isGivenUp: () => boolean) => {
      const key = randomUUID();
      keys.push(key);
      while (!(await record(running.url, force.recorder, { intent: "note", key, words: `Note ${keys.length}` }))) {
        if (isGivenUp()) return key;
        await wait(100);
      }
      acknowledged.push(key);
      return null;
    };

    for (let kill = 1; kill <= kills; kill += 1) {
      for (let count = 0; count < entriesEach; count += 1) await write(() => false);
      let isKilled = false;
      const dying = (async () => {
        await wait(random() * 200);
        process.kill(running.pid, "SIGKILL");
        isKilled = true;
      })();
      let unsaid: string | null = null;
      while (unsaid === null && !isKilled) unsaid = await write(() => isKilled);
      await dying;
      await running.stop();
      running = await serve();
      // The screen sends once more what it had no answer to: twice sent is once written.
      if (unsaid !== null) {
        const words = `Note ${keys.indexOf(unsaid) + 1}`;
        expect(await record(running.url, force.recorder, { intent: "note", key: unsaid, words })).toBe(true);
        acknowledged.push(unsaid);
      }
    }
    for (let count = 0; count < entriesEach; count += 1) await write(() => false);

    // Long enough for each to come back; a stream's end is what adds its entries to the list.
    await wait(5_000);
    isOver = true;
    await Promise.all(lines.map(({ following }) => following));
    await running.stop();
    server = undefined;

    const entries = await database.use((db) =>
      db.select().from(taskingEntries).orderBy(asc(taskingEntries.number)),
    );
    const written = entries.map(({ key }) => key);
    expect(acknowledged.filter((key) => !written.includes(key))).toEqual([]);
    expect([...written].sort()).toEqual([...keys].sort());
    expect(entries.map(({ number }) => number)).toEqual(keys.map((_, at) => at + 1));
    const list = entries.map(({ number, words }) => `${number} ${words}`);
    for (const { heard } of lines) expect(heard.map(({ number, words }) => `${number} ${words}`)).toEqual(list);
    expect(keys.length).toBeGreaterThanOrEqual(entriesEach * (kills + 1));
  },
);
