import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { visitor } from "#app/domain/actor.ts";
import { rollBack } from "#app/services/edition/edition.server.ts";
import { carryOver } from "#app/services/neighbourhood/carry-over.server.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { votingPlace } from "#app/voting-place.server.ts";
import { listWithoutCycle, placeOfCycle } from "#db/queries/cycle.ts";
import { editionInForce } from "#db/queries/edition.ts";
import {
  auditEvents,
  concernEvents,
  concerns,
  cycleEvents,
  cycles,
  followings,
  meetingNeighbourhoods,
  news,
  priorities,
  residentConnections,
  successions,
  threadEntries,
  threads,
} from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestFiles, type TestFiles } from "#tests/support/archives.ts";
import { threeAreas, type TestArea } from "#tests/support/boundary-files.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testJob } from "#tests/support/job.ts";
import { openForce, type SuccessionForce } from "./succession-force.ts";

const later = new Date("2026-03-01T12:00:00Z");
const [west, middle, east] = threeAreas();

/** A rectangle of the height of `threeAreas`. */
const box = (from: number, to: number) => ({
  type: "Polygon",
  coordinates: [
    [
      [from, 53],
      [to, 53],
      [to, 53.1],
      [from, 53.1],
      [from, 53],
    ],
  ],
});
/** Middle and Eastside are one. */
const merged: TestArea[] = [west, { ...middle, name: "Midtown", geometry: box(-1.7, -1.5) }];
/** Of Middle, Westside has three tenths and a new neighbourhood seven. */
const split: TestArea[] = [
  { ...west, geometry: box(-1.8, -1.67) },
  { id: "T4", name: "Riverside", geometry: box(-1.67, -1.6) },
  east,
];

let database: TestDatabase;
let files: TestFiles;
let force: SuccessionForce;
beforeAll(async () => {
  database = await openTestDatabase();
  files = await openTestFiles();
  force = openForce(database.db, files);
});
afterAll(async () => {
  await database.close();
  await files.remove();
});
beforeEach(async () => {
  await force.empty();
  await force.load(threeAreas());
});

const run = (now = later) => carryOver({ db: database.db, now, signal: new AbortController().signal });
const placeOfConcern = async (id: string) =>
  (await database.db.select().from(concerns).where(eq(concerns.id, id)))[0];
const stageOf = async (id: string) =>
  (await database.db.select().from(cycles).where(eq(cycles.id, id)))[0]?.stage;
const linesOf = async (cycleId: string) =>
  (
    await database.db
      .select()
      .from(cycleEvents)
      .where(eq(cycleEvents.cycleId, cycleId))
      .orderBy(asc(cycleEvents.at))
  ).map(({ line }) => line);
const placesOf = async (neighbourhoodId: string) =>
  (
    await database.db
      .select()
      .from(priorities)
      .where(eq(priorities.neighbourhoodId, neighbourhoodId))
      .orderBy(asc(priorities.slot))
  ).map(({ id, slot, chosenInId }) => ({ id, slot, chosenInId }));
const followedBy = async (accountId: string) =>
  (await database.db.select().from(followings).where(eq(followings.accountId, accountId))).map(
    ({ subjectId }) => subjectId,
  );
const connectionsOf = async (accountId: string) =>
  Object.fromEntries(
    (
      await database.db.select().from(residentConnections).where(eq(residentConnections.accountId, accountId))
    ).map(({ neighbourhoodId, kind }) => [neighbourhoodId, kind]),
  );
const successionsBy = async () =>
  (await database.db.select().from(successions)).map(({ fromId, toId, share }) => ({
    fromId,
    toId,
    share: Math.round(share * 100) / 100,
  }));
const counts = async () => ({
  audit: (await database.db.select().from(auditEvents)).length,
  news: (await database.db.select().from(news)).length,
  concernEvents: (await database.db.select().from(concernEvents)).length,
});

describe("two that become one", () => {
  test("what is open goes to the heir with a line, and what is over stays as history", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const open = await force.addConcern(t3, "triage");
    const over = await force.addConcern(t3, "rejected");
    const [waiting, closed] = [
      await force.addThread(t3, "acknowledged"),
      await force.addThread(t3, "closed"),
    ];
    const signedOff = await force.addPriority(t3, null);
    const [ahead, held] = [await force.addMeeting(t3, "announced"), await force.addMeeting(t3, "held")];

    const report = await force.load(merged, later);
    expect(report.details).toContain("T3 Eastside: what is open goes on in T2");
    expect(await successionsBy()).toEqual([{ fromId: t3, toId: t2, share: 1 }]);
    expect((await placeOfConcern(open))?.neighbourhoodId).toBe(t2);
    expect((await placeOfConcern(over))?.neighbourhoodId).toBe(t3);
    expect(
      await database.db.select().from(concernEvents).where(eq(concernEvents.concernId, open)),
    ).toMatchObject([
      {
        from: "triage",
        to: "triage",
        line: "Eastside is now part of Midtown. Your concern went along, and the team there deals with it.",
      },
    ]);
    const placeOfThread = new Map(
      (await database.db.select().from(threads)).map(({ id, neighbourhoodId }) => [id, neighbourhoodId]),
    );
    expect([placeOfThread.get(waiting), placeOfThread.get(closed)]).toEqual([t2, t3]);
    expect(await database.db.select().from(threadEntries)).toMatchObject([
      { threadId: waiting, writer: "platform" },
    ]);
    expect((await placesOf(t3)).map(({ id }) => id)).toEqual([signedOff]);
    const announced = await database.db.select().from(meetingNeighbourhoods);
    expect(announced).toHaveLength(3);
    expect(announced).toContainEqual({ meetingId: ahead, neighbourhoodId: t2 });
    expect(announced).not.toContainEqual({ meetingId: held, neighbourhoodId: t2 });
    expect(await database.db.select().from(auditEvents).where(eq(auditEvents.subjectId, t3))).toMatchObject([
      { action: "neighbourhood.succeed", neighbourhoodId: t2, details: { heirs: 1 } },
      { action: "neighbourhood.succeed", details: { concerns: 1, threads: 1, priorities: 0 } },
    ]);
  });

  test("keeps all priorities: the heir's own places first, more behind them", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const own = [await force.addPriority(t2, 1), await force.addPriority(t2, 3)];
    const brought = [
      await force.addPriority(t3, 1),
      await force.addPriority(t3, 2),
      await force.addPriority(t3, 3),
    ];
    await force.load(merged, later);
    expect(await placesOf(t2)).toEqual([
      { id: own[0], slot: 1, chosenInId: null },
      { id: brought[0], slot: 2, chosenInId: t3 },
      { id: own[1], slot: 3, chosenInId: null },
      { id: brought[1], slot: 4, chosenInId: t3 },
      { id: brought[2], slot: 5, chosenInId: t3 },
    ]);
    const told = await database.db.select().from(news).where(eq(news.neighbourhoodId, t2));
    expect(told.map(({ kind, subjectId }) => [kind, subjectId])).toEqual(
      expect.arrayContaining(brought.map((id) => ["priority", id])),
    );
  });

  test("its followers follow the heir and are told, and residents belong to it as they did", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const follower = await force.addResident({ [t3]: "live" }, t3);
    const visitor = await force.addResident({ [t2]: "visit", [t3]: "work" }, null);
    const both = await force.addResident({ [t2]: "live", [t3]: "study" }, t2);
    await force.load(merged, later);
    expect((await followedBy(follower)).sort()).toEqual([t2, t3].sort());
    expect(await connectionsOf(follower)).toEqual({ [t2]: "live" });
    expect(await connectionsOf(visitor)).toEqual({ [t2]: "work" });
    expect(await connectionsOf(both)).toEqual({ [t2]: "live" });
    expect(await followedBy(both)).toEqual([t2]);
    expect(await database.db.select().from(news).where(eq(news.kind, "neighbourhood"))).toMatchObject([
      { neighbourhoodId: t3, line: "Eastside is now part of Midtown.", path: "/neighbourhoods/eastside" },
    ]);
  });

  test("carrying over again, or loading the same file again, does nothing more", async () => {
    const t3 = await force.id("T3");
    await force.addConcern(t3, "triage");
    await force.addPriority(t3, 1);
    const follower = await force.addResident({ [t3]: "live" }, t3);
    await force.load(merged, later);
    const before = await counts();
    await database.db.delete(followings).where(eq(followings.subjectId, await force.id("T2")));
    await run();
    await run();
    await force.load(merged, later);
    expect(await counts()).toEqual(before);
    // Who stopped following the heir is left alone.
    expect(await followedBy(follower)).toEqual([t3]);
  });

  test("what is killed after the switch is carried over by the background work", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    await force.load(merged, later);
    const left = await force.addConcern(t3, "changed");
    await run();
    expect((await placeOfConcern(left))?.neighbourhoodId).toBe(t2);
  });
});

describe("one that is split", () => {
  test("the largest piece is the heir, and followers and meetings go to all", async () => {
    const [t1, t2] = [await force.id("T1"), await force.id("T2")];
    const concern = await force.addConcern(t2, "submitted");
    const priority = await force.addPriority(t2, 2);
    const meeting = await force.addMeeting(t2, "announced");
    const follower = await force.addResident({ [t2]: "live" }, t2);
    const report = await force.load(split, later);
    const t4 = await force.id("T4");
    expect(report.details).toContain("T2 Middle: what is open goes on in T4, followers also in T1");
    expect(await successionsBy()).toEqual(
      expect.arrayContaining([
        { fromId: t2, toId: t4, share: 0.7 },
        { fromId: t2, toId: t1, share: 0.3 },
      ]),
    );
    expect((await placeOfConcern(concern))?.neighbourhoodId).toBe(t4);
    expect(await placesOf(t4)).toEqual([{ id: priority, slot: 1, chosenInId: t2 }]);
    expect((await followedBy(follower)).sort()).toEqual([t1, t2, t4].sort());
    expect(await connectionsOf(follower)).toEqual({ [t4]: "live" });
    const places = (await database.db.select().from(meetingNeighbourhoods)).filter(
      ({ meetingId }) => meetingId === meeting,
    );
    expect(places.map(({ neighbourhoodId }) => neighbourhoodId).sort()).toEqual([t1, t2, t4].sort());
    expect(await database.db.select().from(news).where(eq(news.kind, "neighbourhood"))).toMatchObject([
      { line: "Middle is now part of Riverside and Westside." },
    ]);
  });

  test("one that stays with a smaller area keeps all it has", async () => {
    const t2 = await force.id("T2");
    const concern = await force.addConcern(t2, "triage");
    await force.load(
      [
        west,
        { ...middle, geometry: box(-1.7, -1.67) },
        { id: "T4", name: "Riverside", geometry: box(-1.67, -1.6) },
        east,
      ],
      later,
    );
    expect(await successionsBy()).toEqual([]);
    expect((await placeOfConcern(concern))?.neighbourhoodId).toBe(t2);
  });
});

test("one that is renamed keeps all it has", async () => {
  const t2 = await force.id("T2");
  const [concern, priority, cycle] = [
    await force.addConcern(t2, "triage"),
    await force.addPriority(t2, 1),
    await force.addCycle(t2, "voting"),
  ];
  const follower = await force.addResident({ [t2]: "live" }, t2);
  await force.load([west, { ...middle, name: "Old Town" }, east], later);
  expect(await successionsBy()).toEqual([]);
  expect((await placeOfConcern(concern))?.neighbourhoodId).toBe(t2);
  expect(await placesOf(t2)).toEqual([{ id: priority, slot: 1, chosenInId: null }]);
  expect(await followedBy(follower)).toEqual([t2]);
  expect([await stageOf(cycle), await linesOf(cycle)]).toEqual(["voting", []]);
});

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
    expect(await stageOf(vote)).toBe("voting");
    expect((await database.db.select().from(cycles).where(eq(cycles.id, vote)))[0]?.boundaryEditionId).toBe(
      old?.id,
    );
    expect(await linesOf(vote)).toEqual([
      "Eastside is now part of Midtown. This vote is finished on the boundary on which it began, and what it decides goes on there.",
    ]);
    expect((await placeOfConcern(voted))?.neighbourhoodId).toBe(t3);
    expect(await connectionsOf(voter)).toEqual({ [t3]: "live" });

    // The panel decides, and the calendar moves on.
    const adopted = await force.addPriority(t3, 1);
    await database.db.update(concerns).set({ state: "adopted" }).where(eq(concerns.id, voted));
    await database.db
      .update(concerns)
      .set({ state: "not-adopted", reasonCode: "not-decided" })
      .where(eq(concerns.id, lost));
    await database.db.update(cycles).set({ stage: "live" }).where(eq(cycles.id, vote));
    await run();
    expect(await stageOf(vote)).toBe("closed");
    expect((await linesOf(vote)).at(-1)).toBe(
      "Eastside is now part of Midtown. This cycle is closed, and what is open goes on there.",
    );
    expect(await placesOf(t2)).toEqual([{ id: adopted, slot: 1, chosenInId: t3 }]);
    expect((await placeOfConcern(voted))?.neighbourhoodId).toBe(t3);
    expect(await placeOfConcern(lost)).toMatchObject({
      neighbourhoodId: t2,
      state: "published-candidate",
      cycleId: null,
      hasRolledOver: true,
    });
    expect(await connectionsOf(voter)).toEqual({ [t2]: "live" });
  });

  test("of a neighbourhood that only has another border is finished on the old one", async () => {
    const t2 = await force.id("T2");
    const old = await editionInForce(database.db, "boundaries");
    const vote = await force.addCycle(t2, "panel");
    await force.load(merged, later);
    expect((await database.db.select().from(cycles).where(eq(cycles.id, vote)))[0]?.boundaryEditionId).toBe(
      old?.id,
    );
    expect(await linesOf(vote)).toEqual([
      "The boundary of Midtown changed. This vote is finished on the boundary on which it began.",
    ]);
  });

  test("without a vote under way is closed, and what was raised in it waits for the heir's", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    const cycle = await force.addCycle(t3, "research");
    const concern = await force.addConcern(t3, "published-candidate", cycle);
    await force.load(merged, later);
    expect(await stageOf(cycle)).toBe("closed");
    expect(await placeOfConcern(concern)).toMatchObject({
      neighbourhoodId: t2,
      cycleId: null,
      hasRolledOver: false,
    });
    expect(await database.db.select().from(news).where(eq(news.kind, "cycle"))).toMatchObject([
      { subjectId: cycle, path: "/neighbourhoods/eastside/cycles/1" },
    ]);
  });
});

test("a vote under way keeps its address, and the page says what became of the neighbourhood", async () => {
  const t3 = await force.id("T3");
  await force.addCycle(t3, "voting");
  await force.load(merged, later);
  const finder = await loadFinder(database.db);
  if (finder === null) throw new Error("No boundaries are in force.");
  const read = <Value>(work: (tx: Db) => Promise<Value>) => withActor(database.db, visitor(), work);
  expect(await votingPlace({ finder, read }, "eastside")).toEqual({
    id: t3,
    slug: "eastside",
    name: "Eastside",
    goneLine:
      "Eastside is now part of Midtown. This vote is finished on the boundary on which it began, and what it decides goes on there.",
  });
  expect(await votingPlace({ finder, read }, "middle")).toMatchObject({ name: "Midtown", goneLine: null });
  await expect(votingPlace({ finder, read }, "nowhere")).rejects.toMatchObject({ init: { status: 404 } });
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
    expect((await placeOfConcern(late))?.neighbourhoodId).toBe(t1);
    expect(await followedBy(follower)).toContain(t1);
  });

  test("a rollback brings the old one back, and nothing is taken from it any more", async () => {
    const t3 = await force.id("T3");
    await force.load(merged, later);
    await rollBack(testJob(database.db, { now: () => later }), "boundaries");
    const raised = await force.addConcern(t3, "triage");
    await run();
    expect((await placeOfConcern(raised))?.neighbourhoodId).toBe(t3);
  });
});
