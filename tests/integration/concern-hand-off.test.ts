import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acknowledgeHandOff } from "#app/services/concern/acknowledge-hand-off.server.ts";
import { decideAppeal } from "#app/services/concern/decide-appeal.server.ts";
import { divertConcern } from "#app/services/concern/divert-concern.server.ts";
import { enterConcern, type ConcernToEnter } from "#app/services/concern/enter-concern.server.ts";
import { enterResident } from "#app/services/resident/enter-resident.server.ts";
import { raiseAlarms } from "#app/services/concern/raise-alarms.server.ts";
import { changeContactCentre } from "#app/services/settings/change-contact-centre.server.ts";
import { changeSetting } from "#app/services/settings/change-setting.server.ts";
import { sendNotices } from "#app/services/notice/send-notices.server.ts";
import { scopeOf } from "#app/domain/actor.ts";
import { listHandOffs, listHeld } from "#db/queries/concern-urgent.ts";
import { countUrgent } from "#db/queries/urgent-count.ts";
import { disposals } from "#db/queries/retention.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { now } from "./people-force.ts";
import { ago, openTriageDesk, type TriageDesk } from "./triage-desk.ts";

let desk: TriageDesk;
beforeEach(async () => {
  desk = await openTriageDesk();
});
afterEach(() => desk.close());

const at = (concernId: string, version = 1) => ({ concernId, version });
const later = (minutes: number) => ago(-minutes);
const publicUrl = "https://neighbourhoods.example";
const signal = new AbortController().signal;
const alarmsAt = (minutes: number) => raiseAlarms({ db: desk.db, now: later(minutes), publicUrl, signal });
const notices = async () =>
  (await desk.db.select().from(schema.staffNotices)).map(({ accountId, kind }) => ({ accountId, kind }));

describe("handing a concern over", () => {
  it("is recorded, hides what was published, tells the contact centre and sets the clock", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    await desk.somebody("Cal", "contact-centre", "force");
    const id = await desk.published();
    expect(await divertConcern(desk.deps, sam, { ...at(id), route: "crime" })).toEqual({ ok: true });
    expect(await desk.concern(id)).toMatchObject({ state: "diverted-crime", takenDownAt: now });
    const [handOff] = await desk.db.select().from(schema.diversions);
    expect(handOff).toMatchObject({
      route: "crime",
      divertedBy: desk.id("Sam"),
      alarmAt: later(60),
      acknowledgedAt: null,
    });
    expect(await notices()).toEqual([{ accountId: desk.id("Cal"), kind: "new" }]);
    expect(await desk.actions()).toEqual(["concern.divert"]);
  });

  it("is told to staff by mail without what was said", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    await desk.somebody("Cal", "contact-centre", "force");
    const id = await desk.raise({ words: "A pelican on stilts was robbed." });
    await divertConcern(desk.deps, sam, { ...at(id), route: "crime" });
    await sendNotices({ ...desk.deps, publicUrl: "https://neighbourhoods.example", signal });
    const mails = await desk.mails();
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(mails)).not.toContain("pelican");
  });

  it("a threat to life has no hour; a clock that detection started runs on", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const [emergency, held] = [await desk.raise(), await desk.raise({ isUrgent: true })];
    await desk.db.insert(schema.diversions).values({
      concernId: held,
      route: "crime",
      divertedAt: ago(50),
      alarmAt: later(10),
    });
    await divertConcern(desk.deps, sam, { ...at(emergency), route: "emergency" });
    await divertConcern(desk.deps, sam, { ...at(held), route: "safeguarding" });
    const rows = await desk.db.select().from(schema.diversions).orderBy(schema.diversions.alarmAt);
    expect(rows.map(({ route, alarmAt }) => [route, alarmAt])).toEqual([
      ["emergency", now],
      ["safeguarding", later(10)],
    ]);
  });

  it("is acknowledged once, by the contact centre alone, with the other system’s number", async () => {
    const [sam, cal] = [
      await desk.somebody("Sam", "sergeant"),
      await desk.somebody("Cal", "contact-centre", "force"),
    ];
    const concernId = await desk.raise();
    await divertConcern(desk.deps, sam, { ...at(concernId), route: "crime" });
    const acknowledge = (actor: typeof cal, forceReference: string) =>
      acknowledgeHandOff(desk.deps, actor, { concernId, forceReference });
    for (const bad of ["", "he has a knife", "x", "jo@example.org"])
      expect(await acknowledge(cal, bad)).toMatchObject({ errors: [{ field: "forceReference" }] });
    expect((await acknowledge(sam, "26*512345")).ok).toBe(false);
    const both = await Promise.all([acknowledge(cal, "26*512345"), acknowledge(cal, "26*512346")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await desk.actions()).toEqual(["concern.move", "concern.divert", "concern.acknowledge"]);
  });
});

describe("the alarm", () => {
  it("goes once, when the hour is over, to the contact centre and the inspector", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    await desk.somebody("Cal", "contact-centre", "force");
    await desk.somebody("Ines", "inspector");
    const [waiting, taken] = [await desk.raise(), await desk.raise()];
    await divertConcern(desk.deps, sam, { ...at(waiting), route: "crime" });
    await divertConcern(desk.deps, sam, { ...at(taken), route: "crime" });
    const cal = await desk.actor("Cal");
    await acknowledgeHandOff(desk.deps, cal, { concernId: taken, forceReference: "26*512345" });
    await desk.db.delete(schema.staffNotices);

    expect(await alarmsAt(59)).toBe(0);
    const runs = await Promise.all([60, 60, 61].map(alarmsAt));
    expect(runs.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await alarmsAt(90)).toBe(0);
    const told = await notices();
    expect(told.map(({ kind }) => kind)).toEqual(["escalated", "escalated"]);
    expect(new Set(told.map(({ accountId }) => accountId))).toEqual(
      new Set([desk.id("Cal"), desk.id("Ines")]),
    );
    expect((await desk.actions()).filter((action) => action === "concern.alarm")).toHaveLength(1);
    // The force has set no address.
    expect(await desk.mails()).toEqual([]);
  });

  it("is mailed to the contact centre’s address, as the hand-off was, once each and without what it is", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const administrator = await desk.somebody("Ada", "administrator", "force");
    await changeContactCentre(desk.deps, administrator, { email: "Centre@force.example", shown: "" });
    const id = await desk.raise({ words: "he has a knife" });
    await divertConcern(desk.deps, sam, { ...at(id), route: "crime" });
    expect(await alarmsAt(59)).toBe(0);
    expect(await desk.mails()).toHaveLength(1);
    await Promise.all([60, 60].map(alarmsAt));
    const mails = await desk.db.select().from(schema.messages);
    const toTheCentre = { recipient: "centre@force.example", subject: "Something waits for you" };
    expect(mails).toMatchObject([toTheCentre, toTheCentre]);
    expect(mails.filter(({ body }) => body?.includes(`${publicUrl}/staff/urgent`))).toHaveLength(1);
    for (const { body } of mails) expect(body).not.toMatch(/knife|crime|C-/i);
    const [alarm] = (await desk.db.select().from(schema.auditEvents)).filter(
      ({ action }) => action === "concern.alarm",
    );
    expect(alarm?.details).toEqual({ isMailed: true });
  });

  it("goes after the minutes that the force set", async () => {
    const sam = await desk.somebody("Sam", "sergeant");
    const administrator = await desk.somebody("Ada", "administrator", "force");
    await changeSetting(desk.deps, administrator, { name: "urgentAlarmMinutes", value: 20, shown: 60 });
    await divertConcern(desk.deps, sam, { ...at(await desk.raise()), route: "crime" });
    expect(await alarmsAt(19)).toBe(0);
    expect(await alarmsAt(20)).toBe(1);
  });
});

it("the contact centre’s queue: what waits to be acknowledged, and what is held besides", async () => {
  const [sam, cal] = [
    await desk.somebody("Sam", "sergeant"),
    await desk.somebody("Cal", "contact-centre", "force"),
  ];
  const [late, soon] = [await desk.raise(), await desk.raise()];
  const held = await desk.raise({ isUrgent: true });
  await desk.raise();
  await divertConcern(desk.deps, sam, { ...at(late), route: "crime" });
  await divertConcern(desk.deps, sam, { ...at(soon), route: "emergency" });
  const scope = scopeOf(cal, "urgent:answer");
  if (scope === null) throw new Error("The contact centre answers.");
  const lists = await withActor(desk.db, cal, async (tx) => ({
    handOffs: await listHandOffs(tx, scope, 10),
    held: await listHeld(tx, scope, 10),
    count: await countUrgent(tx, scope, now),
  }));
  expect(lists.handOffs.map(({ id }) => id)).toEqual([soon, late]);
  expect(lists.held.map(({ id }) => id)).toEqual([held]);
  expect(lists.count).toEqual({ waiting: 3, late: 1 });
});

it("the words go a week after they were taken over, and not before", async () => {
  const handedOver = async (acknowledgedAt: Date | null, state: "diverted-crime" | "triage") => {
    const concernId = await desk.raise({ state });
    await desk.db.insert(schema.diversions).values({
      concernId,
      route: "crime",
      divertedAt: ago(20_000),
      alarmAt: ago(20_000),
      acknowledgedAt,
    });
    return concernId;
  };
  const week = 7 * 24 * 60;
  const gone = await handedOver(ago(week + 1), "diverted-crime");
  await handedOver(ago(week), "diverted-crime");
  await handedOver(null, "diverted-crime");
  // Taken over, and yet somebody decided that it is a concern.
  await handedOver(ago(week + 1), "triage");
  const { dispose, count } = disposals["diverted-texts"];
  const moment = { since: ago(week), now };
  expect(await count(desk.db, moment)).toBe(1);
  expect(await desk.db.transaction((tx) => dispose(tx, moment, 10))).toBe(1);
  const texts = await desk.db.select().from(schema.concernTexts);
  expect(texts.filter(({ words }) => words === null).map(({ concernId }) => concernId)).toEqual([gone]);
  expect(await count(desk.db, moment)).toBe(0);
});

describe("an appeal", () => {
  const appealed = async (against: string) => {
    const id = await desk.raise({ state: "appealed", reasonCode: "abusive", decidedBy: desk.id(against) });
    await desk.db
      .insert(schema.concernAppeals)
      .values({ concernId: id, appealedAt: ago(60), dueAt: later(1_000), against: desk.id(against) });
    return id;
  };

  it("is decided by somebody else alone", async () => {
    const [sam, mo] = [
      await desk.somebody("Sam", "sergeant"),
      await desk.somebody("Mo", "moderator", "force"),
    ];
    const id = await appealed("Sam");
    const decision = { ...at(id), outcome: "changed" as const, reason: "decision-wrong" };
    expect(await decideAppeal(desk.deps, sam, decision)).toMatchObject({
      errors: [{ message: expect.stringContaining("somebody else") as string }],
    });
    expect(await decideAppeal(desk.deps, mo, decision)).toEqual({ ok: true });
    const { state, triageDueAt } = await desk.concern(id);
    expect(state).toBe("changed");
    expect(triageDueAt.getTime()).toBeGreaterThan(now.getTime());
    const [appeal] = await desk.db.select().from(schema.concernAppeals);
    expect(appeal).toMatchObject({ outcome: "changed", decidedBy: desk.id("Mo"), decidedAt: now });
    expect(await desk.actions()).toEqual(["concern.decide-appeal"]);
  });

  it("may be decided by a commander, and stands at its end", async () => {
    const con = await desk.somebody("Con", "commander");
    const id = await appealed("Con2");
    const decision = { ...at(id), outcome: "upheld" as const, reason: "decision-right" };
    expect(await decideAppeal(desk.deps, con, decision)).toEqual({ ok: true });
    expect((await desk.concern(id)).state).toBe("upheld");
  });
});

describe("entering a concern for somebody", () => {
  const toEnter = (changes: Partial<ConcernToEnter> = {}): ConcernToEnter => ({
    id: crypto.randomUUID(),
    neighbourhoodId: desk.id("n1"),
    category: "parking",
    source: "have-your-say",
    resident: null,
    words: { words: "Cars on the pavement.", placeWords: null, whenWords: null, effectWords: null },
    position: null,
    ...changes,
  });

  it("keeps who entered it and how it came, and is one concern however often it is sent", async () => {
    const cole = await desk.somebody("Pat", "constable");
    const asked = toEnter();
    const [one, other] = [
      await enterConcern(desk.deps, cole, asked),
      await enterConcern(desk.deps, cole, asked),
    ];
    expect(one).toEqual(other);
    expect(await desk.concern(asked.id)).toMatchObject({
      source: "have-your-say",
      enteredBy: desk.id("Pat"),
      raisedBy: null,
      state: "submitted",
    });
    expect(await desk.actions()).toEqual(["concern.enter"]);
  });

  it("for a resident by the reference on their paper; an urgent one goes to the contact centre", async () => {
    const cole = await desk.somebody("Pat", "constable");
    await desk.somebody("Cal", "contact-centre", "force");
    const entered = await enterResident(desk.deps, cole, {
      neighbourhoodId: desk.id("n1"),
      connection: "live",
      ageBand: "18+",
    });
    if (!entered.ok) throw new Error(entered.message);
    expect(await enterConcern(desk.deps, cole, toEnter({ resident: "R-2222" }))).toMatchObject({
      errors: [{ field: "resident" }],
    });
    const asked = toEnter({
      resident: entered.reference.toLowerCase(),
      words: { words: "he has a knife", placeWords: null, whenWords: null, effectWords: null },
    });
    expect((await enterConcern(desk.deps, cole, asked)).ok).toBe(true);
    const { raisedBy, isUrgent } = await desk.concern(asked.id);
    expect([raisedBy !== null, isUrgent]).toEqual([true, true]);
    expect(await desk.db.$count(schema.diversions)).toBe(1);
  });

  it("not for a neighbourhood of others", async () => {
    const cole = await desk.somebody("Pat", "constable");
    expect(await enterConcern(desk.deps, cole, toEnter({ neighbourhoodId: desk.id("n2") }))).toMatchObject({
      errors: [{ field: "slug" }],
    });
  });
});
