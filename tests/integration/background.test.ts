import { setTimeout as wait } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { platform } from "#app/domain/actor.ts";
import {
  runBackground,
  type Background,
  type BackgroundParts,
} from "#app/server/background/run-background.ts";
import type { BackgroundTask } from "#app/server/background/task.ts";
import { createLogTo } from "#app/server/log.ts";
import { renewTask, takeTask } from "#db/queries/background.ts";
import { backgroundTasks } from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";

let database: TestDatabase;
let logged: string;
let running: Background[];
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  logged = "";
  running = [];
  await database.db.delete(backgroundTasks);
});
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
});

/** One process, looking whether something is due every few milliseconds. */
function start(task: BackgroundTask, more: Partial<BackgroundParts> = {}): Background {
  const log = createLogTo({ write: (line) => void (logged += line) }, "info");
  const background = runBackground({ db: database.db, tasks: [task], log, lookEveryMs: 5, ...more });
  running.push(background);
  return background;
}

const hourly = (run: BackgroundTask["run"]): BackgroundTask => ({ name: "hourly", everyMs: 3_600_000, run });
const rowOf = async (name: string) =>
  (await database.db.select().from(backgroundTasks).where(eq(backgroundTasks.name, name)))[0] ?? null;

async function until(isSo: () => boolean | Promise<boolean>) {
  for (let count = 0; count < 2_000 && !(await isSo()); count += 1) await wait(5);
  expect(await isSo()).toBe(true);
}

const inPast = sql`now() - interval '1 second'`;
const makeDue = () => database.db.update(backgroundTasks).set({ nextRunAt: inPast });
const asPlatform = <Value>(work: (tx: Db) => Promise<Value>) => withActor(database.db, platform(), work);

describe("a task of all processes together", () => {
  test("is run by one of them when it is due, and again when it is due again", async () => {
    let runs = 0;
    let atOnce = 0;
    let mostAtOnce = 0;
    const task = hourly(async () => {
      mostAtOnce = Math.max(mostAtOnce, (atOnce += 1));
      runs += 1;
      await wait(20);
      atOnce -= 1;
    });
    for (let count = 0; count < 4; count += 1) start(task);
    for (let round = 1; round <= 3; round += 1) {
      await until(async () => {
        const row = await rowOf("hourly");
        return runs === round && row !== null && row.leaseUntil === null && row.nextRunAt > new Date();
      });
      if (round < 3) await makeDue();
    }
    expect([runs, mostAtOnce]).toEqual([3, 1]);
    expect((await rowOf("hourly"))?.lastFinishedAt).toBeInstanceOf(Date);
  });

  test("waits before its first run where it is told to", async () => {
    let runs = 0;
    start({ ...hourly(() => Promise.resolve(void (runs += 1))), firstAfterMs: 3_600_000 });
    await until(async () => (await rowOf("hourly")) !== null);
    expect(runs).toBe(0);
    await makeDue();
    await until(() => runs === 1);
  });

  test("keeps its lease for as long as it runs", async () => {
    let runs = 0;
    let end: () => void = () => undefined;
    const task = hourly(() => {
      runs += 1;
      return new Promise<void>((resolve) => (end = resolve));
    });
    start(task, { leaseMs: 300 });
    start(task, { leaseMs: 300 });
    const leases = new Set<number>();
    await until(async () => {
      leases.add((await rowOf("hourly"))?.leaseUntil?.getTime() ?? 0);
      return leases.size > 4;
    });
    expect(runs).toBe(1);
    end();
    await until(async () => (await rowOf("hourly"))?.leaseUntil === null);
  });

  test("is free again when the lease of a process that was killed has ended", async () => {
    const times = { name: "hourly", firstAfterMs: 0, leaseMs: 3_600_000 };
    const lease = await asPlatform((tx) => takeTask(tx, times));
    expect(lease).toBeInstanceOf(Date);
    let runs = 0;
    start(hourly(() => Promise.resolve(void (runs += 1))));
    expect(await asPlatform((tx) => takeTask(tx, times))).toBeNull();
    expect(runs).toBe(0);

    await database.db.update(backgroundTasks).set({ nextRunAt: inPast, leaseUntil: inPast });
    await until(() => runs === 1);
    // Whoever comes back late holds nothing.
    expect(await asPlatform((tx) => renewTask(tx, times, lease ?? new Date(0)))).toBeNull();
  });

  test("is told when another may have taken it, and then gives nothing back", async () => {
    let wasAborted = false;
    const others = new Date("2026-11-24T12:00:00Z");
    const background = start(
      hourly(async ({ signal }) => {
        await database.db.update(backgroundTasks).set({ leaseUntil: others });
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        wasAborted = true;
      }),
      { leaseMs: 150 },
    );
    await until(() => wasAborted);
    await background.stop();
    expect(await rowOf("hourly")).toMatchObject({ leaseUntil: others, lastFinishedAt: null });
  });

  test("that fails is logged and counted without a word of what it held, and tried again", async () => {
    let runs = 0;
    const outcomes: string[] = [];
    start(
      hourly(async () => {
        runs += 1;
        if (runs === 1) await database.db.execute(sql`select ${"jo@example.org"}::uuid`);
      }),
      { onRun: (task, outcome) => outcomes.push(`${task} ${outcome}`) },
    );
    await until(async () => (await rowOf("hourly"))?.lastError != null);
    const failed = await rowOf("hourly");
    expect(failed?.lastError).toMatch(/^\w+ 22P02$/);
    expect(failed?.lastFinishedAt).toBeNull();
    expect(failed?.nextRunAt.getTime()).toBeLessThan(Date.now() + 600_000);
    expect(logged).toContain("background work failed");
    expect(logged).not.toContain("example.org");
    await makeDue();
    await until(async () => (await rowOf("hourly"))?.lastError === null);
    expect(outcomes).toEqual(["hourly failed", "hourly finished"]);
  });

  test("that is interrupted by the end of its process is taken up by the next at once", async () => {
    let hasBegun = false;
    const first = start(
      hourly(async ({ signal }) => {
        hasBegun = true;
        await wait(3_600_000, null, { signal });
      }),
    );
    await until(() => hasBegun);
    await first.stop();
    expect(await rowOf("hourly")).toMatchObject({ leaseUntil: null, lastFinishedAt: null, lastError: null });
    let runs = 0;
    start(hourly(() => Promise.resolve(void (runs += 1))));
    await until(() => runs === 1);
  });
});

describe("stopping", () => {
  test("waits for what does not heed the signal", async () => {
    let hasBegun = false;
    let hasEnded = false;
    const background = start(
      hourly(async () => {
        hasBegun = true;
        await wait(100);
        hasEnded = true;
      }),
    );
    await until(() => hasBegun);
    await background.stop();
    expect(hasEnded).toBe(true);
    expect((await rowOf("hourly"))?.lastFinishedAt).toBeInstanceOf(Date);
  });
});

test("a task of every process runs in each, again and again, whatever becomes of it", async () => {
  const runs = [0, 0];
  [0, 1].forEach((at) => {
    const run = () => {
      runs[at] = (runs[at] ?? 0) + 1;
      return Promise.reject(new Error("not this time"));
    };
    start({ name: "each", everyMs: 5, isEveryProcess: true, run });
  });
  await until(() => runs.every((count) => count >= 3));
  expect(await rowOf("each")).toBeNull();
});

test("a database that is away is told once, and the work goes on when it is back", async () => {
  const away = await openTestDatabase();
  let isAway = false;
  let runs = 0;
  // One name, and behind it the closed database or the living one.
  const db = new Proxy(database.db, {
    get: (target, key, receiver): unknown => Reflect.get(isAway ? away.db : target, key, receiver),
  });
  await away.close();
  isAway = true;
  start(
    hourly(() => Promise.resolve(void (runs += 1))),
    { db },
  );
  await until(() => logged.includes("cannot be taken up"));
  await wait(50);
  expect(logged.match(/cannot be taken up/g)).toHaveLength(1);
  isAway = false;
  await until(() => runs === 1);
});
