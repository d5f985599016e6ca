import { and, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { platform, visitor } from "#app/domain/actor.ts";
import { limits } from "#app/domain/limits.ts";
import { claimConcern } from "#app/services/concern/claim-concern.server.ts";
import { raiseConcern } from "#app/services/concern/raise-concern.server.ts";
import { supportConcern } from "#app/services/concern/support-concern.server.ts";
import { findOwnConcern } from "#db/queries/own-concern.ts";
import { findPublicConcern, findStanding } from "#db/queries/public-concern.ts";
import {
  auditEvents,
  concerns,
  concernTexts,
  diversions,
  mailStops,
  messages,
  news,
  staffNotices,
} from "#db/schema/index.ts";
import { appointments } from "#db/schema/account.ts";
import { withActor } from "#db/with-actor.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { canary, concernDesk, now } from "./concern-desk.ts";

let database: TestDatabase;
let desk: ReturnType<typeof concernDesk>;
let place = "";
beforeAll(async () => {
  database = await openTestDatabase();
  desk = concernDesk(database.db);
  place = await desk.neighbourhood("Westly");
});
afterAll(() => database.close());

const row = async (id: string) => {
  const [concern] = await database.db.select().from(concerns).where(eq(concerns.id, id));
  if (concern === undefined) throw new Error("no such concern");
  return concern;
};
const textOf = async (id: string) =>
  (await database.db.select().from(concernTexts).where(eq(concernTexts.concernId, id)))[0];
const mailTo = (accountId: string) =>
  database.db.select().from(messages).where(eq(messages.accountId, accountId));
const danger = {
  words: "A man with a knife is outside",
  placeWords: null,
  whenWords: null,
  effectWords: null,
};

describe("raising", () => {
  test("anybody may; the words are kept, the clock runs two working days, nobody's account is on it", async () => {
    const { id, reference } = await desk.raise(visitor(), place, { position: { lng: -1.4, lat: 53.1 } });
    expect(reference).toMatch(/^C-\w{5}$/);
    expect(await row(id)).toMatchObject({
      state: "submitted",
      source: "online",
      raisedBy: null,
      isUrgent: false,
      raisers: 1,
      lng: -1.4,
      triageDueAt: new Date("2026-03-05T00:00:00Z"),
    });
    const text = await textOf(id);
    expect(text?.eraseOn).toBe("2026-05-31");
    expect(text?.words).toContain(canary);
    const [recorded] = await database.db.select().from(auditEvents).where(eq(auditEvents.subjectId, id));
    expect(recorded).toMatchObject({ action: "concern.raise", actorKind: "visitor", neighbourhoodId: place });
    expect(JSON.stringify(recorded)).not.toContain(canary);
  });

  test("a resident's is theirs at once, and they are written to without their words", async () => {
    const actor = await desk.resident();
    const { id, reference } = await desk.raise(actor, place);
    expect((await row(id)).raisedBy).toBe(actor.accountId);
    const [mail] = await mailTo(actor.accountId);
    expect(mail).toMatchObject({
      purpose: "concern-update",
      subject: "Update from your neighbourhood team",
      recipient: actor.email,
    });
    expect(mail?.body).toContain(reference);
    expect(mail?.body).not.toContain(canary);
  });

  test("staff raise as anybody does: nothing of it is theirs", async () => {
    const { id } = await desk.raise(await desk.staff(), place);
    expect((await row(id)).raisedBy).toBeNull();
  });

  test("a form sent twice, at once, is one concern", async () => {
    const asked = desk.draft(place, { clientKey: "twice" });
    const [one, other] = await Promise.all([
      raiseConcern(desk.deps, visitor(), asked),
      raiseConcern(desk.deps, visitor(), asked),
    ]);
    expect(one).toEqual(other);
    expect(await database.db.$count(concerns, eq(concerns.id, asked.id))).toBe(1);
    expect(await database.db.$count(auditEvents, eq(auditEvents.subjectId, asked.id))).toBe(1);
  });

  test("danger goes to the contact centre's queue at once, and its words wait for somebody to take them", async () => {
    const centre = await desk.staff();
    await database.db.insert(appointments).values({
      accountId: centre.accountId,
      role: "contact-centre",
      areaKind: "force",
      startsOn: "2020-01-01",
      createdAt: now,
    });
    const asked = desk.draft(place, { words: danger });
    const raised = await raiseConcern(desk.deps, visitor(), asked);
    expect(raised).toMatchObject({ ok: true, route: "emergency", isTheirs: false });
    expect(await row(asked.id)).toMatchObject({ state: "submitted", isUrgent: true });
    const [handed] = await database.db.select().from(diversions).where(eq(diversions.concernId, asked.id));
    expect(handed).toMatchObject({ route: "emergency", alarmAt: now, divertedBy: null });
    expect(await textOf(asked.id)).toMatchObject({ words: danger.words, eraseOn: null });
    const [notice] = await database.db
      .select()
      .from(staffNotices)
      .where(eq(staffNotices.accountId, centre.accountId));
    expect(notice).toMatchObject({ kind: "escalated", path: "/staff/urgent" });
    expect(notice?.line).not.toContain("knife");
  });

  test("one client may not flood a team", async () => {
    const clientKey = "flood";
    for (let sent = 0; sent < limits.concernsPerClient.limit; sent += 1)
      await desk.raise(visitor(), place, { clientKey });
    const refused = await raiseConcern(desk.deps, visitor(), desk.draft(place, { clientKey }));
    expect(refused).toEqual({ ok: false, retryAfterSeconds: 3_600 });
  });
});

describe("claiming", () => {
  test("makes it the account's, once", async () => {
    const [one, other] = [await desk.resident(), await desk.resident()];
    const { id } = await desk.raise(visitor(), place, { clientKey: "claim" });
    const claim = (accountId: string) => claimConcern(desk.deps, visitor(), { concernId: id, accountId });
    expect(await claim(one.accountId)).toBe(true);
    expect(await claim(other.accountId)).toBe(false);
    expect((await row(id)).raisedBy).toBe(one.accountId);
    expect(await mailTo(one.accountId)).toHaveLength(1);
  });

  test("is not for staff", async () => {
    const { id } = await desk.raise(visitor(), place, { clientKey: "claim" });
    const { accountId } = await desk.staff();
    expect(await claimConcern(desk.deps, visitor(), { concernId: id, accountId })).toBe(false);
  });
});

describe("adding oneself", () => {
  test("counts each person once, and takes them off again", async () => {
    const [raiser, one, other] = [await desk.resident(), await desk.resident(), await desk.resident()];
    const { id, reference } = await desk.raise(raiser, place, { clientKey: "support" });
    const add = (actor: typeof one) => supportConcern(desk.deps, actor, { reference, support: "add" });
    expect(await add(one), "not before it is published").toBe(false);
    await desk.publish(await desk.staff(), id, "Speeding past the school");
    const { version } = await row(id);
    for (const actor of [one, one, other, raiser]) expect(await add(actor)).toBe(true);
    expect(await row(id)).toMatchObject({ raisers: 3, version });
    await supportConcern(desk.deps, other, { reference, support: "remove" });
    expect((await row(id)).raisers).toBe(2);
    expect(
      await withActor(database.db, one, (tx) => findStanding(tx, one.accountId, reference)),
    ).toMatchObject({ isSupporter: true, isRaiser: false, isOpen: true, raisers: 2 });
    expect(await supportConcern(desk.deps, visitor(), { reference, support: "add" })).toBe(false);
  });

  test("everybody behind it hears of a step, also the raiser of what was merged into it; who stopped does not", async () => {
    const moderator = await desk.staff();
    const [raiser, supporter, merged] = [await desk.resident(), await desk.resident(), await desk.resident()];
    const { id, reference } = await desk.raise(raiser, place, { clientKey: "merge" });
    const second = await desk.raise(merged, place, { clientKey: "merge" });
    await desk.publish(moderator, id, "Speeding past the school");
    await supportConcern(desk.deps, supporter, { reference, support: "add" });
    await desk.step(moderator, second.id, { step: "take-up" });
    await desk.step(moderator, second.id, { step: "merge", changes: { mergedIntoId: id } });
    await database.db.delete(messages);
    await database.db
      .insert(mailStops)
      .values({ emailKey: supporter.email, purpose: "concern-update", stoppedAt: now });
    await desk.step(moderator, id, { step: "answer", reason: "done" });
    const told = await database.db.select().from(messages);
    expect(told.map(({ accountId }) => accountId).sort()).toEqual(
      [raiser, supporter, merged].map(({ accountId }) => accountId).sort(),
    );
    const statusOf = ({ accountId }: typeof raiser) =>
      told.find((message) => message.accountId === accountId)?.status;
    expect([raiser, supporter, merged].map(statusOf)).toEqual(["queued", "stopped", "queued"]);
    const heard = told.find(({ accountId }) => accountId === merged.accountId);
    expect(heard?.body).toContain("The problem has been dealt with.");
    expect(JSON.stringify(told)).not.toContain(canary);
    expect(await database.db.$count(news, eq(news.subjectId, id))).toBe(2);
  });
});

describe("who reads what", () => {
  test("a resident reads their own words and nobody else's", async () => {
    const [raiser, stranger] = [await desk.resident(), await desk.resident()];
    const { id, reference } = await desk.raise(raiser, place, { clientKey: "reads" });
    const own = (actor: typeof raiser) =>
      withActor(database.db, actor, (tx) => findOwnConcern(tx, actor.accountId, reference));
    expect((await own(raiser))?.words).toContain(canary);
    expect(await own(stranger)).toBeNull();
    await desk.publish(await desk.staff(), id, "Speeding past the school");
    // The wall behind the query: a published row is everybody's, its words are not.
    const seen = await withActor(database.db, stranger, (tx) =>
      tx.select().from(concernTexts).where(eq(concernTexts.concernId, id)),
    );
    expect(seen).toEqual([]);
    const shown = await withActor(database.db, visitor(), (tx) => findPublicConcern(tx, reference));
    expect(shown).toMatchObject({ title: "Speeding past the school", raisers: 1 });
    expect(JSON.stringify(shown)).not.toMatch(new RegExp(`${canary}|${raiser.accountId}`));
  });

  test("what is taken down, or not published, nobody finds", async () => {
    const moderator = await desk.staff();
    const { id, reference } = await desk.raise(visitor(), place, { clientKey: "reads" });
    const find = () => withActor(database.db, platform(), (tx) => findPublicConcern(tx, reference));
    expect(await find()).toBeNull();
    await desk.publish(moderator, id, "Speeding past the school");
    expect(await find()).not.toBeNull();
    await desk.step(moderator, id, { step: "take-down", reason: "names-people" });
    expect(await find()).toBeNull();
    expect(await database.db.$count(news, and(eq(news.subjectId, id)))).toBe(1);
  });
});
