import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { feedbackAnswers } from "#app/domain/feedback/answers.ts";
import { closeRounds } from "#app/services/feedback/close-rounds.server.ts";
import { replyToFeedback } from "#app/services/feedback/reply-to-feedback.server.ts";
import { createPool } from "#db/postgres-pool.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { createRandom } from "./killed-import.ts";
import { restorableDatabase, type RestorableDatabase } from "./restorable-database.ts";
import { addNeighbourhood, addVoters, noon } from "./vote-desk.ts";

const connections = 50;
const people = 2_500;
const longTest = { timeout: 5 * 60_000 };
const seed = Date.now() % 1_000_000;
const random = createRandom(seed);

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

/** A priority about which residents are asked all year. */
async function ask(reference: string) {
  const neighbourhoodId = await addNeighbourhood(db);
  const priorityId = randomUUID();
  await db.insert(schema.priorities).values({
    id: priorityId,
    reference,
    neighbourhoodId,
    origin: "partner",
    state: "feedback-open",
    slot: 1,
    category: "other",
    title: "Lights",
    statement: "There are no lights.",
    changedAt: noon,
  });
  const [round] = await db
    .insert(schema.feedbackRounds)
    .values({
      priorityId,
      kind: "sign-off",
      number: 1,
      opensOn: "2026-01-01",
      closesOn: "2026-12-31",
      voters: 100,
      quorum: 15,
    })
    .returning();
  const voters = await addVoters(db, neighbourhoodId, people);
  return { priorityId, roundId: round?.id ?? "", voters };
}

async function runAll(jobs: readonly (() => Promise<unknown>)[]): Promise<void> {
  let next = 0;
  const worker = async () => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await job();
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

const reply = (actor: Actor, reference: string) =>
  replyToFeedback({ db, now: noon }, actor, {
    reference,
    answer: feedbackAnswers[Math.floor(random() * feedbackAnswers.length)] ?? "solved",
    told: "yes",
    words: null,
  });

const repliesOf = (roundId: string) =>
  db.select().from(schema.feedbackReplies).where(eq(schema.feedbackReplies.roundId, roundId));

test(
  `${2 * people} replies over ${connections} connections, two of each: one stands, none is lost (seed ${seed})`,
  longTest,
  async () => {
    const { roundId, voters } = await ask("P-22222");
    const jobs = [...voters, ...voters].map((actor) => ({
      place: random(),
      job: async () => {
        expect(await reply(actor, "P-22222")).toEqual({ ok: true });
      },
    }));
    jobs.sort((a, b) => a.place - b.place);
    const began = performance.now();
    await runAll(jobs.map(({ job }) => job));
    const seconds = (performance.now() - began) / 1_000;
    console.info(`${jobs.length} replies in ${seconds.toFixed(1)} s over ${connections} connections`);
    const stored = await repliesOf(roundId);
    expect(new Set(stored.map(({ accountId }) => accountId)).size).toBe(people);
    expect(stored).toHaveLength(people);
    expect(stored.every(({ version }) => version === 2)).toBe(true);
  },
);

test("counting while replies arrive loses none acknowledged and admits none after", longTest, async () => {
  const { roundId, voters, priorityId } = await ask("P-33333");
  let acknowledged = 0;
  let refusedAfter = 0;
  const counting = (async () => {
    while (acknowledged < people / 4) await wait(5);
    await closeRounds({ db, now: new Date("2027-01-10T10:00:00Z"), signal: new AbortController().signal });
  })();
  await runAll(
    voters.map((actor) => async () => {
      const said = await reply(actor, "P-33333");
      if (said.ok) acknowledged += 1;
      else refusedAfter += 1;
    }),
  );
  await counting;
  const [round] = await db.select().from(schema.feedbackRounds).where(eq(schema.feedbackRounds.id, roundId));
  const [priority] = await db.select().from(schema.priorities).where(eq(schema.priorities.id, priorityId));
  const counted =
    (round?.solved ?? 0) +
    (round?.betterEnough ?? 0) +
    (round?.betterNotEnough ?? 0) +
    (round?.noChange ?? 0) +
    (round?.worse ?? 0) +
    (round?.dontKnow ?? 0);
  expect(counted).toBe(acknowledged);
  expect(await repliesOf(roundId)).toHaveLength(acknowledged);
  expect(refusedAfter).toBe(people - acknowledged);
  expect(refusedAfter).toBeGreaterThan(0);
  expect(["panel-decision", "returned"]).toContain(priority?.state);
});
