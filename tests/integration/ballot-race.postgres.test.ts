import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { platform, type Actor } from "#app/domain/actor.ts";
import { retally } from "#app/domain/ballot/published.ts";
import { castBallot } from "#app/services/ballot/cast-ballot.server.ts";
import { certifyTally, sealOf } from "#app/services/ballot/certify-tally.server.ts";
import { voterKeyOf, voterOf, cycleKeyOf } from "#app/services/ballot/cycle-key.server.ts";
import { readOwnBallot } from "#app/services/ballot/read-own-ballot.server.ts";
import { withdrawBallot } from "#app/services/ballot/withdraw-ballot.server.ts";
import { createPool } from "#db/postgres-pool.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { createRandom } from "./killed-import.ts";
import { buildChild, workUntilKilled } from "./killed-work.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";
import { addCycle, addNeighbourhood, addVoters, noon, panelOpens, seePlatform, wish } from "./vote-desk.ts";

const connections = 50;
const people = 1_000;
const longTest = { timeout: 5 * 60_000 };
const seed = Date.now() % 1_000_000;
const random = createRandom(seed);
const upTo = (most: number) => Math.floor(random() * most);

let database: RestorableDatabase;
let pool: ReturnType<typeof createPool>;
let db: Db;
beforeAll(async () => {
  database = restorableDatabase();
  await database.use(() => Promise.resolve());
  pool = createPool(database.env["DATABASE_URL"] ?? "", connections);
  db = drizzle(pool, { schema, casing: "snake_case" });
});
afterAll(async () => {
  await pool.end();
  await database.remove();
});

const deps = () => ({ db, now: noon, keys });

/** Runs all jobs, so many at once as there are connections. */
async function runAll(jobs: readonly (() => Promise<unknown>)[]): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await job();
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

const someChoices = () => {
  const first = 1 + upTo(5);
  return [...new Set([first, 1 + upTo(5), 1 + upTo(5)])];
};

const ballotsOf = (cycleId: string) =>
  seePlatform(db, (tx) => tx.select().from(schema.ballots).where(eq(schema.ballots.cycleId, cycleId)));

async function keysByVoter(cycleId: string, voters: readonly Actor[]) {
  const key = await seePlatform(db, (tx) => cycleKeyOf(tx, keys, cycleId));
  const accounts = await seePlatform(db, (tx) => tx.select().from(schema.accounts));
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return voters.map(({ accountId }) => {
    const account = byId.get(accountId ?? "");
    return key === null || account === undefined ? "" : voterKeyOf(key, voterOf(account));
  });
}

test(
  `${2 * people} ballots over ${connections} connections, twice each, with changes and withdrawals (seed ${seed})`,
  longTest,
  async () => {
    const place = await addNeighbourhood(db);
    const cycleId = await addCycle(db, place);
    const voters = await addVoters(db, place, people);
    const casts = [...voters, ...voters].map((actor) => async () => {
      const cast = await castBallot(deps(), actor, wish(cycleId, someChoices()));
      expect(cast.ok).toBe(true);
    });
    const others = voters.slice(0, 200).map((actor, at) => async () => {
      if (at % 2 === 0) await withdrawBallot(deps(), actor, cycleId);
      else await castBallot(deps(), actor, wish(cycleId, someChoices()));
    });
    const jobs = [...casts, ...others].map((job) => ({ job, place: random() }));
    jobs.sort((a, b) => a.place - b.place);
    const began = performance.now();
    await runAll(jobs.map(({ job }) => job));
    const seconds = (performance.now() - began) / 1_000;
    console.info(`${jobs.length} acts on ballots in ${seconds.toFixed(1)} s over ${connections} connections`);
    expect(seconds).toBeLessThan(60);

    const stored = await ballotsOf(cycleId);
    expect(stored.map(({ voterKey }) => voterKey).sort()).toEqual(
      (await keysByVoter(cycleId, voters)).sort(),
    );
    for (const { choices } of stored) {
      expect(choices.length).toBeLessThanOrEqual(3);
      expect(new Set(choices).size).toBe(choices.length);
    }
    const acts = stored.reduce((sum, { version }) => sum + version, 0);
    expect(acts).toBeGreaterThanOrEqual(2 * people + 100);

    await db.update(schema.cycles).set({ stage: "panel" }).where(eq(schema.cycles.id, cycleId));
    expect(await certifyTally({ db, now: panelOpens }, platform(), cycleId)).toMatchObject({ ok: true });
    const [tally] = await db.select().from(schema.tallies).where(eq(schema.tallies.cycleId, cycleId));
    const standing = stored.filter(({ withdrawnAt }) => withdrawnAt === null);
    expect(tally?.counted).toBe(standing.length);
    const again = retally(tally?.published ?? "");
    expect(again?.ballots).toBe(standing.length);
    for (const { number, votes } of tally?.result.rows ?? []) {
      expect(votes).toBe(standing.filter(({ choices }) => choices.includes(number)).length);
      expect(again?.votes.get(number) ?? 0).toBe(votes);
    }
    expect(tally?.seal).toBe(sealOf(tally?.published ?? ""));
  },
);

test("closing while votes arrive loses none acknowledged and admits none after", longTest, async () => {
  const place = await addNeighbourhood(db);
  const cycleId = await addCycle(db, place);
  const voters = await addVoters(db, place, people);
  const acknowledged = new Set<string>();
  let isClosed = false;
  let admittedAfter = 0;
  let refusedAfter = 0;
  const closing = (async () => {
    while (acknowledged.size < people / 4) await wait(5);
    await seePlatform(db, async (tx) => {
      await tx.select().from(schema.cycles).where(eq(schema.cycles.id, cycleId)).for("no key update");
      await tx.update(schema.cycles).set({ stage: "panel" }).where(eq(schema.cycles.id, cycleId));
    });
    isClosed = true;
    return (await ballotsOf(cycleId)).length;
  })();
  await runAll(
    voters.map((actor) => async () => {
      const beganAfter = isClosed;
      const cast = await castBallot(deps(), actor, wish(cycleId, someChoices()));
      if (cast.ok) acknowledged.add(actor.accountId ?? "");
      if (beganAfter && cast.ok) admittedAfter += 1;
      if (!cast.ok) refusedAfter += 1;
    }),
  );
  const atClose = await closing;
  const stored = await ballotsOf(cycleId);
  expect(admittedAfter).toBe(0);
  expect(stored).toHaveLength(atClose);
  expect(stored).toHaveLength(acknowledged.size);
  expect(acknowledged.size + refusedAfter).toBe(people);
  expect(refusedAfter).toBeGreaterThan(0);
  const acknowledgedVoters = voters.filter(({ accountId }) => acknowledged.has(accountId ?? ""));
  expect(stored.map(({ voterKey }) => voterKey).sort()).toEqual(
    (await keysByVoter(cycleId, acknowledgedVoters)).sort(),
  );
});

test(`processes killed while they cast lose nothing acknowledged (seed ${seed})`, longTest, async () => {
  const kills = 8;
  const perProcess = 120;
  const place = await addNeighbourhood(db);
  const cycleId = await addCycle(db, place);
  // Everybody of the earlier tests may vote here too, for the child takes residents in the order of their ids.
  const script = await buildChild("killed-ballots-child");
  const everybody = await seePlatform(db, (tx) =>
    tx.select({ id: schema.accounts.id }).from(schema.accounts).orderBy(schema.accounts.id),
  );
  await db
    .insert(schema.residentConnections)
    .values(everybody.map(({ id }) => ({ accountId: id, neighbourhoodId: place, kind: "work" as const })));
  await db.delete(schema.ballots);
  const said: string[] = [];
  try {
    for (let at = 0; at < kills; at += 1) {
      const doom = { accountId: cycleId, workers: 4, afterPieces: 5 + upTo(60), afterMs: random() * 40 };
      said.push(...(await workUntilKilled(script, database, { run: String(at * perProcess), ...doom })));
    }
  } finally {
    rmSync(script, { force: true });
  }
  const stored = await ballotsOf(cycleId);
  expect(said.length).toBeGreaterThan(kills);
  // Each of a process's transactions may have been committed and not yet told of.
  expect(stored.length - new Set(said.map((line) => line.split(" ")[0])).size).toBeLessThanOrEqual(kills * 4);
  for (const line of said.slice(-50)) {
    const [accountId = "", choice = ""] = line.split(" ");
    const actor = { ...platform(), kind: "resident" as const, accountId };
    const roles = [{ role: "resident" as const, area: "force" as const, agencyId: null }];
    const own = await readOwnBallot(deps(), { ...actor, roles }, cycleId);
    expect(own?.choices).toEqual([Number(choice)]);
  }
});
