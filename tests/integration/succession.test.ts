import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  auditEvents,
  concernEvents,
  followings,
  meetingNeighbourhoods,
  news,
  threadEntries,
  threads,
} from "#db/schema/index.ts";
import { box, east, later, merged, middle, split, west } from "./succession-readers.ts";
import { database, force, read, run, useSuccessionTests } from "./succession-tests.ts";

useSuccessionTests();

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
    expect(await read.successionsBy()).toEqual([{ fromId: t3, toId: t2, share: 1 }]);
    expect((await read.placeOfConcern(open))?.neighbourhoodId).toBe(t2);
    expect((await read.placeOfConcern(over))?.neighbourhoodId).toBe(t3);
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
    expect((await read.placesOf(t3)).map(({ id }) => id)).toEqual([signedOff]);
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
    expect(await read.placesOf(t2)).toEqual([
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
    expect((await read.followedBy(follower)).sort()).toEqual([t2, t3].sort());
    expect(await read.connectionsOf(follower)).toEqual({ [t2]: "live" });
    expect(await read.connectionsOf(visitor)).toEqual({ [t2]: "work" });
    expect(await read.connectionsOf(both)).toEqual({ [t2]: "live" });
    expect(await read.followedBy(both)).toEqual([t2]);
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
    expect(await read.followedBy(follower)).toEqual([t3]);
  });

  test("what is killed after the switch is carried over by the background work", async () => {
    const [t2, t3] = [await force.id("T2"), await force.id("T3")];
    await force.load(merged, later);
    const left = await force.addConcern(t3, "changed");
    await run();
    expect((await read.placeOfConcern(left))?.neighbourhoodId).toBe(t2);
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
    expect(await read.successionsBy()).toEqual(
      expect.arrayContaining([
        { fromId: t2, toId: t4, share: 0.7 },
        { fromId: t2, toId: t1, share: 0.3 },
      ]),
    );
    expect((await read.placeOfConcern(concern))?.neighbourhoodId).toBe(t4);
    expect(await read.placesOf(t4)).toEqual([{ id: priority, slot: 1, chosenInId: t2 }]);
    expect((await read.followedBy(follower)).sort()).toEqual([t1, t2, t4].sort());
    expect(await read.connectionsOf(follower)).toEqual({ [t4]: "live" });
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
    expect(await read.successionsBy()).toEqual([]);
    expect((await read.placeOfConcern(concern))?.neighbourhoodId).toBe(t2);
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
  expect(await read.successionsBy()).toEqual([]);
  expect((await read.placeOfConcern(concern))?.neighbourhoodId).toBe(t2);
  expect(await read.placesOf(t2)).toEqual([{ id: priority, slot: 1, chosenInId: null }]);
  expect(await read.followedBy(follower)).toEqual([t2]);
  expect([await read.stageOf(cycle), await read.linesOf(cycle)]).toEqual(["voting", []]);
});
