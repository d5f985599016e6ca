import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { DisputeAnswer } from "#app/domain/abstraction/dispute.ts";
import { answerDispute } from "#app/services/abstraction/answer-dispute.server.ts";
import { disputeEntry } from "#app/services/abstraction/dispute-entry.server.ts";
import { readDispute } from "#app/services/abstraction/read-dispute.server.ts";
import { readDisputes } from "#app/services/abstraction/read-disputes.server.ts";
import { readOwnMonth } from "#app/services/abstraction/read-own-month.server.ts";
import { withdrawDispute } from "#app/services/abstraction/withdraw-dispute.server.ts";
import { heldDisputes, heldDuties, heldEntries } from "#db/queries/held-data-abstraction.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { inMinutes, openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";

let desk: AbstractionDesk;
let entryId: string;
beforeAll(async () => {
  desk = await openAbstractionDesk();
});
afterAll(() => desk.close());
beforeEach(async () => {
  const { db } = desk;
  for (const table of [
    schema.abstractionDisputes,
    schema.abstractionEntries,
    schema.duties,
    schema.staffNotices,
  ])
    await db.delete(table);
  await desk.duty("post pc");
  entryId = await desk.entry("post pc", { enteredBy: desk.id("Sergeant") });
});

const dispute = async (person: DeskPerson, words = "I was on patrol.") =>
  disputeEntry(desk.deps, await desk.as(person), { entryId, words });
const takeBack = async (person: DeskPerson) => withdrawDispute(desk.deps, await desk.as(person), entryId);
const answer = async (person: DeskPerson, answer: DisputeAnswer | null, words = "") =>
  answerDispute(desk.deps, await desk.as(person), { entryId, answer, words });
const read = async (person: DeskPerson) => readDispute(desk.deps, await desk.as(person), entryId);
const states = async () =>
  (await desk.db.select().from(schema.abstractionDisputes)).map(({ state }) => state).sort();
const told = async () =>
  (await desk.db.select().from(schema.staffNotices))
    .map(({ accountId, line }) => `${nameOf(accountId)}: ${line}`)
    .sort();
const nameOf = (accountId: string) =>
  (["Sergeant", "Second sergeant", "Constable", "Inspector", "Other sergeant"] as const).find(
    (name) => desk.id(name) === accountId,
  ) ?? "somebody else";
const message = (change: Awaited<ReturnType<typeof dispute>>) =>
  change?.ok === false ? change.errors[0]?.message : change;

describe("an officer disputes an entry of their own", () => {
  test("once at a time, and sergeant and inspector are told that something is there", async () => {
    expect(await dispute("Constable")).toEqual({ ok: true });
    expect(message(await dispute("Constable"))).toMatch(/^This entry is disputed already/);
    expect(await states()).toEqual(["open"]);
    expect(await told()).toEqual([
      "Inspector: An officer disputes an entry",
      "Sergeant: An officer disputes an entry",
    ]);
    expect(await takeBack("Constable")).toEqual({ ok: true });
    expect(await dispute("Constable")).toEqual({ ok: true });
    expect(await states()).toEqual(["open", "withdrawn"]);
  });

  test.each([
    ["", "Say what is not right"],
    ["   ", "Say what is not right"],
    ["a".repeat(601), "Shorten it to 600 characters or fewer"],
  ])("with words (%#)", async (words, expected) => {
    expect(message(await dispute("Constable", words))).toBe(expected);
  });

  test.each(["Other constable", "Sergeant", "Inspector", "Analyst", "Administrator"] as const)(
    "it is no entry of a %s’s",
    async (person) => {
      expect(await dispute(person)).toBeNull();
      await dispute("Constable");
      expect(await takeBack(person)).toBeNull();
    },
  );

  test("of a day before they held the post it is not theirs", async () => {
    entryId = await desk.entry("post pc", {
      from: new Date("2023-12-31T09:00:00Z"),
      to: new Date("2023-12-31T10:00:00Z"),
    });
    expect(await dispute("Constable")).toBeNull();
    expect(await read("Constable")).toBeNull();
  });
});

describe("answering", () => {
  beforeEach(() => dispute("Constable"));

  test("who wrote the entry may accept it alone; somebody else may refuse it, with a reason", async () => {
    expect(message(await answer("Sergeant", "refused", "It was so."))).toMatch(/^You wrote this entry/);
    expect(message(await answer("Inspector", "refused"))).toBe("Say why the entry stays");
    expect(message(await answer("Inspector", null))).toBe("Select whether the officer is right");
    expect(await states()).toEqual(["open"]);
    expect(await answer("Inspector", "refused", "The custody record says so.")).toEqual({ ok: true });
    expect(await states()).toEqual(["refused"]);
    expect(await told()).toContain("Constable: Your dispute of an entry is answered");
    expect(message(await answer("Sergeant", "accepted"))).toBe("It is answered or taken back already");
    expect(message(await takeBack("Constable"))).toBe("It is answered or taken back already");
  });

  test("accepted needs no words", async () => {
    expect(await answer("Sergeant", "accepted")).toEqual({ ok: true });
    expect(await states()).toEqual(["accepted"]);
  });

  test.each(["Constable", "Other sergeant", "Other inspector", "Commander", "Analyst"] as const)(
    "is not a %s’s to do",
    async (person) => {
      expect(await answer(person, "accepted")).toBeNull();
    },
  );

  test("a sergeant never answers their own", async () => {
    entryId = await desk.entry("post lead", { enteredBy: desk.id("Inspector") });
    expect(await dispute("Sergeant")).toEqual({ ok: true });
    expect(message(await answer("Sergeant", "accepted"))).toBe(
      "Somebody else answers what you dispute yourself",
    );
    expect((await read("Sergeant"))?.may).toMatchObject({ answer: false, takeBack: true });
    expect((await read("Inspector"))?.may).toMatchObject({ answer: true, refuse: false });
    expect(await answer("Inspector", "accepted")).toEqual({ ok: true });
  });

  test("waits in the list of those who answer, and of nobody else", async () => {
    const list = async (person: DeskPerson) =>
      (await readDisputes(desk.deps, await desk.as(person)))?.disputes.map((one) => one.entryId) ?? null;
    expect(await list("Sergeant")).toEqual([entryId]);
    expect(await list("Inspector")).toEqual([entryId]);
    expect(await list("Other inspector")).toEqual([]);
    expect(await list("Constable")).toBeNull();
    expect(await list("Commander")).toBeNull();
  });
});

describe("an officer’s own month", () => {
  const own = (person: DeskPerson, month = "2026-11-01") =>
    desk
      .as(person)
      .then((actor) => withActor(desk.db, actor, (tx) => readOwnMonth(tx, desk.id(person), month)));

  test("holds their duties, entries and totals, and nobody else’s", async () => {
    await desk.duty("post pcso");
    await desk.entry("post pcso", { code: "C1" });
    const { duties, entries, totals } = await own("Constable");
    expect([duties.length, entries.map(({ id }) => id)]).toEqual([1, [entryId]]);
    expect(totals).toMatchObject({ duty: 48_000_000, abstractedA: 6_000_000, unavailable: 0 });
    expect((await own("Inspector")).duties).toEqual([]);
    expect((await own("Constable", "2026-10-01")).duties).toEqual([]);
  });

  test("shows what an entry was before", async () => {
    const { db, id } = desk;
    const [first] = await desk.versionsOf(entryId);
    if (first === undefined) throw new Error("There is no entry.");
    await db.update(schema.abstractionEntries).set({ isLatest: false });
    await db.insert(schema.abstractionEntries).values({
      ...first,
      version: 2,
      isLatest: true,
      code: "C1",
      changeReason: "Custody",
      enteredBy: id("Sergeant"),
    });
    const { entries, totals } = await own("Constable");
    expect(
      entries.map(({ code, version, earlier }) => [code, version, earlier.map((one) => one.code)]),
    ).toEqual([["C1", 2, ["R2"]]]);
    expect(totals.abstractedA).toBe(6_000_000);
  });

  test("is in the file of their own data, and leaves with their name", async () => {
    await dispute("Constable");
    await desk.duty("post pcso", {
      confirmedBy: desk.id("Sergeant"),
      from: inMinutes(-1000),
      to: inMinutes(-900),
    });
    const of = (name: DeskPerson) => ({
      accountId: desk.id(name),
      email: null,
      emailKey: null,
      voterKeys: [],
    });
    const { db } = desk;
    expect(await heldDuties.read(db, of("Constable"))).toMatchObject([{ post: "pc", isOwn: true }]);
    expect(await heldEntries.read(db, of("Constable"))).toMatchObject([
      { code: "R2", isWrittenByThem: false },
    ]);
    expect(await heldDisputes.read(db, of("Constable"))).toMatchObject([{ words: "I was on patrol." }]);
    expect(await heldDuties.read(db, of("Sergeant"))).toMatchObject([
      { post: "pcso", isConfirmedByThem: true },
    ]);
    expect(await heldEntries.read(db, of("Sergeant"))).toMatchObject([
      { isWrittenByThem: true, isOwn: false },
    ]);
    expect(await heldDisputes.read(db, of("Other constable"))).toEqual([]);
    for (const part of [heldDuties, heldEntries, heldDisputes]) await part.erase(db, of("Sergeant"));
    await heldDisputes.erase(db, of("Constable"));
    expect((await desk.versionsOf(entryId))[0]?.enteredBy).toBeNull();
    expect((await desk.dutiesOf("post pcso"))[0]?.confirmedBy).toBeNull();
    expect((await db.select().from(schema.abstractionDisputes))[0]?.raisedBy).toBeNull();
  });
});
