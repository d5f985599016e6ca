import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { noFacts } from "#app/domain/abstraction/entry.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { confirmDuties } from "#app/services/abstraction/confirm-duties.server.ts";
import { correctEntry } from "#app/services/abstraction/correct-entry.server.ts";
import { logEntry } from "#app/services/abstraction/log-entry.server.ts";
import { keepFigures, renewFigures } from "#db/queries/abstraction-figures.ts";
import { createPool } from "#db/postgres-pool.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { fillRaceForce, logNow, type RaceForce } from "./abstraction-race-force.ts";
import { createRandom } from "./killed-import.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";

const sergeants = 50;
const entriesEach = 10;
const longTest = { timeout: 5 * 60_000 };
const seed = Date.now() % 1_000_000;
const random = createRandom(seed);
const now = logNow;
const month = "2026-11-01";
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let database: RestorableDatabase;
let pool: ReturnType<typeof createPool>;
let db: Db;
let force: RaceForce;
beforeAll(async () => {
  database = restorableDatabase();
  await database.use(() => Promise.resolve());
  pool = createPool(database.env["DATABASE_URL"] ?? "", sergeants);
  db = drizzle(pool, { schema, casing: "snake_case" });
  force = await fillRaceForce(db, { teams: sergeants, now });
});
afterAll(async () => {
  await pool.end();
  await database.remove();
});

const wanted = (postId: string, id: string, from: number) => ({
  ...noFacts,
  id,
  postId,
  code: "R2" as const,
  times: { kind: "span" as const, from: at(from), to: at(from + 30) },
});

/** The kept figures, and the same worked out from nothing. */
async function figures() {
  const read = () =>
    db.query.abstractionMonths.findMany({
      orderBy: (t, { asc }) => [asc(t.neighbourhoodId), asc(t.month), asc(t.version), asc(t.isSpecial)],
    });
  const kept = await read();
  await withActor(db, platform(), (tx) => renewFigures(tx, { months: [month], neighbourhoodIds: null }));
  return { kept, anew: await read() };
}

test(
  `${sergeants} sergeants log at once, each entry sent twice: none is lost, none is there twice, and figures are right (seed ${seed})`,
  longTest,
  async () => {
    const taken: number[] = [];
    await Promise.all(
      force.teams.map(async ({ actor, posts }) => {
        for (let count = 0; count < entriesEach; count += 1) {
          const postId = posts[count % posts.length] ?? "";
          const entry = wanted(postId, randomUUID(), -9_000 + count * 45);
          const began = performance.now();
          const sent = await Promise.all([
            logEntry({ db, now }, actor, entry),
            wait(random() * 5).then(() => logEntry({ db, now }, actor, entry)),
          ]);
          taken.push((performance.now() - began) / 2);
          expect(sent.map((one) => one?.ok)).toEqual([true, true]);
          if (count % 3 === 0) {
            const { id } = entry;
            const times = {
              kind: "span" as const,
              from: at(-9_000 + count * 45),
              to: at(-8_990 + count * 45),
            };
            const change = {
              ...noFacts,
              id,
              version: 1,
              code: "C1" as const,
              times,
              changeReason: "Shorter",
            };
            expect(await correctEntry({ db, now }, actor, change)).toMatchObject({ ok: true });
          }
        }
      }),
    );
    const standing = await db.query.abstractionEntries.findMany({
      where: (t, { eq }) => eq(t.isLatest, true),
    });
    expect(standing).toHaveLength(sergeants * entriesEach);
    const { kept, anew } = await figures();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept).toEqual(anew);
    taken.sort((a, b) => a - b);
    console.info(
      `a log among ${sergeants} at once: median ${(taken[Math.floor(taken.length / 2)] ?? 0).toFixed(0)} ms`,
    );
  },
);

test("duties of one post that overlap are refused, however many ask at once", longTest, async () => {
  const [team] = force.teams;
  const postId = team?.posts[0] ?? "";
  const add = (from: number) =>
    withActor(db, platform(), (tx) =>
      keepFigures(tx, [{ postId, from: at(from), to: at(from + 480) }], () =>
        tx
          .insert(schema.duties)
          .values({ postId, startsAt: at(from), endsAt: at(from + 480), source: "manual" }),
      ),
    );
  const results = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => add(3_000 + index * 10)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const { kept, anew } = await figures();
  expect(kept).toEqual(anew);
});

test(
  "a duty that is moved while its confirmation waits is not confirmed at a time that nobody stated",
  longTest,
  async () => {
    const [, team] = force.teams;
    if (team === undefined) throw new Error("There is no second team.");
    const [postId = ""] = team.posts;
    const id = randomUUID();
    const touched = [{ postId, from: at(5_000), to: at(5_600) }];
    await withActor(db, platform(), (tx) =>
      keepFigures(tx, touched, () =>
        tx
          .insert(schema.duties)
          .values({ id, postId, startsAt: at(5_000), endsAt: at(5_480), source: "manual" }),
      ),
    );
    const later = { db, now: at(6_000) };
    let confirming: ReturnType<typeof confirmDuties> | undefined;
    await withActor(db, platform(), (tx) =>
      keepFigures(tx, touched, async () => {
        await tx
          .update(schema.duties)
          .set({ endsAt: at(5_600) })
          .where(eq(schema.duties.id, id));
        confirming = confirmDuties(later, team.actor, { logged: [], nil: [id] });
        // Until it has read the duty and waits for the post.
        await wait(1_000);
      }),
    );
    expect(await confirming).toEqual({ confirmed: 0, changed: 1 });
    expect(await confirmDuties(later, team.actor, { logged: [], nil: [id] })).toEqual({
      confirmed: 1,
      changed: 0,
    });
  },
);

test("one log alone is answered in under 100 milliseconds", longTest, async () => {
  const [team] = force.teams;
  if (team === undefined) throw new Error("There is no team.");
  const taken: number[] = [];
  for (let count = 0; count < 40; count += 1) {
    const entry = wanted(team.posts[1] ?? "", randomUUID(), -8_000 + count * 40);
    const began = performance.now();
    expect(await logEntry({ db, now }, team.actor satisfies Actor, entry)).toMatchObject({ ok: true });
    taken.push(performance.now() - began);
  }
  taken.sort((a, b) => a - b);
  const median = taken[Math.floor(taken.length / 2)] ?? Infinity;
  console.info(`one log: median ${median.toFixed(1)} ms, slowest ${(taken.at(-1) ?? 0).toFixed(1)} ms`);
  expect(median).toBeLessThan(100);
});
