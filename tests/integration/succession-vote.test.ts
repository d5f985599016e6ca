import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { visitor } from "#app/domain/actor.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { votingPlace } from "#app/voting-place.server.ts";
import { listWithoutCycle, placeOfCycle } from "#db/queries/cycle.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { concerns, cycles, news } from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { testJob } from "#tests/support/job.ts";
import { box, later, merged, west } from "./succession-readers.ts";
import { database, force, read, run, useSuccessionTests } from "./succession-tests.ts";

useSuccessionTests();

describe("a cycle", () => {
  test("whose vote is under way is finished on the old boundary, says so, and then goes on in the heir", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const old = await editionInForce(database.db, "boundaries");
    const vote = await force.addCycle(t3, "voting");
    const [voted, lost] = [
      await force.addConcern(t3, "shortlisted", vote),
      await force.addConcern(t3, "shortlisted", vote),
    ];
    const voter = await force.addResident({ [t3]: "live" }, null);
    await force.load(merged, later);
    expect(await read.stageOf(vote)).toBe("voting");
    expect((await database.db.select().from(cycles).where(eq(cycles.id, vote)))[0]?.boundaryEditionId).toBe(
      old?.id,
    );
    expect(await read.linesOf(vote)).toEqual([
      "Eastside is now part of Midtown. This vote is finished on the boundary on which it began, and what it decides goes on there.",
    ]);
    expect((await read.placeOfConcern(voted))?.neighbourhoodId).toBe(t3);
    expect(await read.connectionsOf(voter)).toEqual({ [t3]: "live" });

    // The panel decides, and the calendar moves on.
    const adopted = await force.addPriority(t3, 1);
    await database.db.update(concerns).set({ state: "adopted" }).where(eq(concerns.id, voted));
    await database.db
      .update(concerns)
      .set({ state: "not-adopted", reasonCode: "not-decided" })
      .where(eq(concerns.id, lost));
    await database.db.update(cycles).set({ stage: "live" }).where(eq(cycles.id, vote));
    await run();
    expect(await read.stageOf(vote)).toBe("closed");
    expect((await read.linesOf(vote)).at(-1)).toBe(
      "Eastside is now part of Midtown. This cycle is closed, and what is open goes on there.",
    );
    expect(await read.placesOf(t2)).toEqual([{ id: adopted, slot: 1, chosenInId: t3 }]);
    expect((await read.placeOfConcern(voted))?.neighbourhoodId).toBe(t3);
    expect(await read.placeOfConcern(lost)).toMatchObject({
      neighbourhoodId: t2,
      state: "published-candidate",
      cycleId: null,
      hasRolledOver: true,
    });
    expect(await read.connectionsOf(voter)).toEqual({ [t2]: "live" });
  });

  test("of a neighbourhood that only has another border is finished on the old one", async () => {
    const t2 = await force.id("T2");
    const old = await editionInForce(database.db, "boundaries");
    const vote = await force.addCycle(t2, "panel");
    await force.load(merged, later);
    expect((await database.db.select().from(cycles).where(eq(cycles.id, vote)))[0]?.boundaryEditionId).toBe(
      old?.id,
    );
    expect(await read.linesOf(vote)).toEqual([
      "The boundary of Midtown changed. This vote is finished on the boundary on which it began.",
    ]);
  });

  test("without a vote under way is closed, and what was raised in it waits for the heir's", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const cycle = await force.addCycle(t3, "research");
    const concern = await force.addConcern(t3, "published-candidate", cycle);
    await force.load(merged, later);
    expect(await read.stageOf(cycle)).toBe("closed");
    expect(await read.placeOfConcern(concern)).toMatchObject({
      neighbourhoodId: t2,
      cycleId: null,
      hasRolledOver: false,
    });
    expect(await database.db.select().from(news).where(eq(news.kind, "cycle"))).toMatchObject([
      { subjectId: cycle, path: "/neighbourhoods/eastside/cycles/1" },
    ]);
  });
});

test("a vote under way keeps its address, and knows what became of the neighbourhood", async () => {
  const t3 = await force.id("T3");
  await force.addCycle(t3, "voting");
  await force.load(merged, later);
  const finder = await loadFinder(database.db);
  if (finder === null) throw new Error("No boundaries are in force.");
  const asVisitor = <Value>(work: (tx: Db) => Promise<Value>) => withActor(database.db, visitor(), work);
  expect(await votingPlace({ finder, read: asVisitor }, "eastside")).toEqual({
    id: t3,
    slug: "eastside",
    name: "Eastside",
    heirs: [{ slug: "middle", name: "Midtown" }],
  });
  expect(await votingPlace({ finder, read: asVisitor }, "middle")).toMatchObject({
    name: "Midtown",
    heirs: null,
  });
  await expect(votingPlace({ finder, read: asVisitor }, "nowhere")).rejects.toMatchObject({
    init: { status: 404 },
  });
});

test("no cycle is planned for one that is gone while the structure still names it", async () => {
  await force.loadStructure(["T1", "T2", "T3"]);
  const waiting = async () =>
    (await listWithoutCycle(database.db, 10)).map(({ neighbourhoodId }) => neighbourhoodId).sort();
  const [t1, t2, t3] = [await force.id("T1"), await force.id("T2"), await force.id("T3")];
  expect(await waiting()).toEqual([t1, t2, t3].sort());
  expect((await placeOfCycle(database.db, t3)).isInForce).toBe(true);
  await force.load(merged, later);
  expect(await waiting()).toEqual([t1, t2].sort());
  expect((await placeOfCycle(database.db, t3)).isInForce).toBe(false);
  expect((await placeOfCycle(database.db, t2)).isInForce).toBe(true);
});

describe("over several changes", () => {
  test("an heir that is gone too hands on to its own", async () => {
    const [t1, t3] = [await force.id("T1"), await force.id("T3")];
    await force.load(merged, later);
    const late = await force.addConcern(t3, "appealed");
    const follower = await force.addResident({}, await force.id("T2"));
    await force.load([{ ...west, geometry: box(-1.8, -1.5) }], new Date("2026-04-01T12:00:00Z"));
    expect((await read.placeOfConcern(late))?.neighbourhoodId).toBe(t1);
    expect(await read.followedBy(follower)).toContain(t1);
  });

  test("a rollback brings the old one back, and nothing is taken from it any more", async () => {
    const t3 = await force.id("T3");
    await force.load(merged, later);
    await rollBack(testJob(database.db, { now: () => later }), "boundaries");
    const raised = await force.addConcern(t3, "triage");
    await run();
    expect((await read.placeOfConcern(raised))?.neighbourhoodId).toBe(t3);
  });
});
