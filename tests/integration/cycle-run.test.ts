import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { cycleStages } from "#app/domain/cycle/stages.ts";
import { destroyKeys } from "#app/services/cycle/destroy-keys.server.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { testKeys } from "#tests/support/listening-server.ts";
import { onDay, openCycleTest, type CycleTest } from "./cycle-force.ts";
import { now, today } from "./people-force.ts";

let force: CycleTest;
beforeEach(async () => {
  force = await openCycleTest();
  await force.account("Archer", { person: "Archer" });
  await force.account("Ana");
  await force.appoint("Ana", "analyst");
});
afterEach(() => force.close());

const stateOf = async (reference: string) => {
  const concern = await force.db.query.concerns.findFirst({
    where: (t, { eq: is }) => is(t.reference, reference),
  });
  return concern === undefined ? null : [concern.state, concern.reasonCode, concern.hasRolledOver];
};

describe("the first cycles", () => {
  it("open today in every neighbourhood of the structure, once, whoever else is at it", async () => {
    await Promise.all([force.run(now), force.run(now), force.run(now)]);
    const cycles = await force.db.select().from(schema.cycles);
    expect(
      cycles.map(({ number, stage, startsOn, reviewingEndsOn }) => [
        number,
        stage,
        startsOn,
        reviewingEndsOn,
      ]),
    ).toEqual(Array.from({ length: 4 }, () => [1, "raising", today, "2027-02-22"]));
    const actions = await force.actions();
    expect(actions.filter((action) => action === "cycle.plan")).toHaveLength(4);
    expect(actions.filter((action) => action === "cycle.open")).toHaveLength(4);
  });
});

it("runs from start to end on a moved clock, in under ten seconds", async () => {
  for (const code of ["n3", "n4"])
    await force.db.delete(schema.placements).where(eq(schema.placements.neighbourhoodId, force.id(code)));
  await force.run(now);
  const { id } = await force.cycleOf("n1");
  await force.concern("C-ON", "n1");
  await force.concern("C-OFF", "n1");
  await force.concern("C-LATE", "n1", { raisedAt: onDay(29) });
  await force.candidate(id, 1, { concerns: [force.id("C-ON")], isShortlisted: true });
  await force.candidate(id, 2);
  const began = performance.now();
  for (let day = 2; day <= 40; day += 1) await force.run(onDay(day));
  expect(await stateOf("C-ON")).toEqual(["shortlisted", null, false]);
  expect(await stateOf("C-OFF")).toEqual(["not-adopted", "not-shortlisted", false]);
  expect(await stateOf("C-LATE")).toEqual(["published-candidate", null, false]);
  const [, undecided] = await force.db.select().from(schema.candidates).orderBy(schema.candidates.number);
  expect(undecided).toMatchObject({ isShortlisted: false, leftOffReason: expect.any(String) as string });
  expect(await force.db.select().from(schema.cycleKeys)).toMatchObject([{ cycleId: id, destroyedAt: null }]);
  for (let day = 41; day <= 92; day += 1) await force.run(onDay(day));
  expect(performance.now() - began).toBeLessThan(10_000);

  const events = await force.eventsOf(id);
  expect(events.map(({ from, to }) => [from, to])).toEqual(
    cycleStages.slice(1).map((to, index) => [cycleStages[index], to]),
  );
  expect(events.at(-1)?.line).toBe(
    "This round closed on 22 February 2027. The next one opens on 23 February 2027.",
  );
  const next = await force.cycleOf("n1", 2);
  expect(next).toMatchObject({ stage: "raising", startsOn: "2027-02-23" });
  expect(await stateOf("C-ON")).toEqual(["published-candidate", null, true]);
  expect(await stateOf("C-OFF")).toEqual(["published-candidate", null, true]);
  // The other had nothing on a shortlist: no vote.
  const other = await force.eventsOf((await force.cycleOf("n2")).id);
  expect(other.map(({ to }) => to)).not.toContain("voting");

  const news = await force.db.select().from(schema.news).where(eq(schema.news.subjectId, id));
  expect(news.map(({ line }) => line).sort()).toEqual(events.map(({ line }) => line).sort());
  const told = await force.db
    .select()
    .from(schema.staffNotices)
    .where(eq(schema.staffNotices.accountId, force.id("Ana")));
  expect(told.map(({ line }) => line).filter((line) => line.startsWith("n1: research"))).toHaveLength(1);
});

it("lets a concern go on once", async () => {
  await force.run(now);
  await force.concern("C-OFF", "n1");
  await force.run(onDay(92));
  expect(await stateOf("C-OFF")).toEqual(["published-candidate", null, true]);
  await force.run(onDay(183));
  expect(await stateOf("C-OFF")).toEqual(["not-adopted", "not-shortlisted", true]);
});

it("gives residents the whole of the next cycle after a long sleep", async () => {
  await force.run(now);
  await force.run(onDay(200));
  expect(await force.cycleOf("n1", 2)).toMatchObject({ stage: "raising", startsOn: "2027-06-11" });
  expect((await force.eventsOf((await force.cycleOf("n1")).id)).at(-1)?.line).toContain(
    "opens on 11 June 2027",
  );
});

it("opens no next cycle where the structure left the neighbourhood out", async () => {
  await force.run(now);
  await force.db.delete(schema.placements).where(eq(schema.placements.neighbourhoodId, force.id("n1")));
  await force.run(onDay(92));
  expect((await force.eventsOf((await force.cycleOf("n1")).id)).at(-1)?.line).toBe(
    "This round closed on 22 February 2027.",
  );
  await expect(force.cycleOf("n1", 2)).rejects.toThrow();
});

/** Ends the transaction in the middle, as a crash would: no ballot key can be sealed with it. */
const broken = { ...testKeys, seals: Buffer.from("too short") };

it("law: however the process sleeps, fails and doubles, each step is taken once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ gap: fc.integer({ min: 1, max: 50 }), how: fc.constantFrom("once", "twice", "fails") }),
        {
          minLength: 3,
          maxLength: 8,
        },
      ),
      async (runs) => {
        await force.db.delete(schema.cycles);
        await force.run(now);
        const first = await force.cycleOf("n1");
        await force.candidate(first.id, 1, { isShortlisted: true });
        let day = 1;
        for (const { gap, how } of runs) {
          day += gap;
          if (how === "fails") await force.run(onDay(day), broken).catch(() => undefined);
          await (how === "twice"
            ? Promise.all([force.run(onDay(day)), force.run(onDay(day))])
            : force.run(onDay(day)));
        }
        const cycles = await force.db.select().from(schema.cycles);
        for (const cycle of cycles) {
          const events = await force.eventsOf(cycle.id);
          let stage = "planned";
          for (const { from, to } of events) {
            expect(from).toBe(stage);
            stage = to;
          }
          expect(stage).toBe(cycle.stage);
          expect(new Set(events.map(({ to }) => to)).size).toBe(events.length);
        }
        if (day >= 92)
          expect((await force.eventsOf(first.id)).map(({ to }) => to)).toEqual(cycleStages.slice(1));
      },
    ),
    { numRuns: 8 },
  );
});

it("destroys a key in time, and what the ballots hold of their voters with it", async () => {
  await force.run(now);
  const { id: cycleId } = await force.cycleOf("n1");
  await force.candidate(cycleId, 1, { isShortlisted: true });
  await force.run(onDay(40));
  await force.db.insert(schema.ballots).values(
    Array.from({ length: 600 }, (_, index) => ({
      cycleId,
      voterKey: `key ${index}`,
      receipt: `receipt ${index}`,
      choices: [1],
      mode: "online" as const,
      castAt: now,
      changedAt: now,
    })),
  );
  const destroy = (at: Date) => destroyKeys({ db: force.db, now: at, signal: new AbortController().signal });
  await destroy(onDay(400));
  await force.db.update(schema.cycleKeys).set({ destroyOn: "2027-06-01" });
  await destroy(new Date("2027-05-31T12:00:00Z"));
  const key = () =>
    withActor(force.db, platform(), async (tx) => (await tx.select().from(schema.cycleKeys)).at(0));
  expect((await key())?.sealedKey).toEqual(expect.any(String));
  const at = new Date("2027-06-01T12:00:00Z");
  await Promise.all([destroy(at), destroy(at)]);
  expect(await key()).toMatchObject({ sealedKey: null, destroyedAt: at });
  const ballots = await force.db.select().from(schema.ballots);
  expect(ballots.filter(({ voterKey, receipt }) => voterKey !== null || receipt !== null)).toEqual([]);
  expect((await force.actions()).filter((action) => action === "cycle-key.destroy")).toHaveLength(1);
});
