import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appealByRaiser } from "#app/services/concern/appeal-by-raiser.server.ts";
import { rewordConcern } from "#app/services/concern/reword-concern.server.ts";
import { withdrawConcern } from "#app/services/concern/withdraw-concern.server.ts";
import { listConcernEvents } from "#db/queries/own-concern.ts";
import {
  auditEvents,
  concernAppeals,
  concerns,
  concernTexts,
  diversions,
  messages,
  news,
  staffNotices,
} from "#db/schema/index.ts";
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
const danger = {
  words: "A man with a knife is outside",
  placeWords: null,
  whenWords: null,
  effectWords: null,
};

describe("the raiser's own steps", () => {
  test("withdrawing is theirs alone, of the version that they read", async () => {
    const [raiser, stranger] = [await desk.resident(), await desk.resident()];
    const { id, reference } = await desk.raise(raiser, place, { clientKey: "own" });
    const withdraw = (actor: typeof raiser, version: number) =>
      withdrawConcern(desk.deps, actor, { reference, version });
    expect(await withdraw(stranger, 1)).toMatchObject({ ok: false });
    expect(await withdraw(raiser, 9)).toMatchObject({ ok: false });
    expect(await withdraw(raiser, 1)).toMatchObject({ ok: true, concern: { state: "withdrawn" } });
    expect(await textOf(id)).toMatchObject({ eraseOn: "2027-03-02" });
    expect(await withdraw(raiser, 2), "not twice").toMatchObject({ ok: false });
  });

  test("an appeal goes to somebody else, within five working days", async () => {
    const [raiser, moderator] = [await desk.resident(), await desk.staff()];
    const { id, reference } = await desk.raise(raiser, place, { clientKey: "own" });
    await desk.step(moderator, id, { step: "take-up" });
    await desk.step(moderator, id, { step: "reject", reason: "not-a-concern" });
    expect(await textOf(id)).toMatchObject({ eraseOn: "2026-05-31" });
    const { version } = await row(id);
    const said = await textOf(id);
    expect(await appealByRaiser(desk.deps, raiser, { reference, version }, null)).toMatchObject({ ok: true });
    expect(await textOf(id), "nothing was added").toMatchObject({ words: said?.words });
    expect(await row(id)).toMatchObject({ state: "appealed", reasonCode: "not-a-concern" });
    expect(await textOf(id), "while it is heard its words stay").toMatchObject({ eraseOn: null });
    const [appeal] = await database.db.select().from(concernAppeals).where(eq(concernAppeals.concernId, id));
    expect(appeal).toMatchObject({
      against: moderator.accountId,
      dueAt: new Date("2026-03-10T00:00:00Z"),
      decidedAt: null,
    });
    const hear = (actor: typeof moderator) =>
      desk.step(actor, id, { step: "uphold", reason: "decision-right" });
    expect(await hear(moderator)).toMatchObject({ ok: false });
    expect(await hear(await desk.staff())).toMatchObject({ ok: true });
  });

  const rejected = async () => {
    const [raiser, moderator] = [await desk.resident(), await desk.staff()];
    const { id, reference } = await desk.raise(raiser, place, { clientKey: "own" });
    await desk.step(moderator, id, { step: "take-up" });
    await desk.step(moderator, id, { step: "reject", reason: "not-a-concern" });
    return { id, raiser, moderator, own: { reference, version: (await row(id)).version } };
  };

  test("what they add to an appeal is kept with their words, for whoever hears it and nobody else", async () => {
    const { id, raiser, own } = await rejected();
    const before = (await textOf(id))?.words ?? "";
    const added = `It is about ${canary} again`;
    expect(await appealByRaiser(desk.deps, raiser, own, added)).toMatchObject({ ok: true });
    expect((await textOf(id))?.words).toBe(`${before}\n\nAbout the decision: ${added}`);
    const told = [
      await database.db.select().from(messages),
      await database.db.select().from(news),
      await database.db.select().from(staffNotices),
      await database.db.select().from(auditEvents),
    ];
    expect(JSON.stringify(told)).not.toContain(canary);
    expect(await database.db.$count(diversions, eq(diversions.concernId, id))).toBe(0);
  });

  test("words that were erased stay so; what is added has its own time", async () => {
    const { id, raiser, own } = await rejected();
    await database.db
      .update(concernTexts)
      .set({ words: null, placeWords: null, whenWords: null, effectWords: null, erasedAt: now })
      .where(eq(concernTexts.concernId, id));
    expect(await appealByRaiser(desk.deps, raiser, own, "It was a misunderstanding")).toMatchObject({
      ok: true,
    });
    expect(await textOf(id)).toMatchObject({ words: "It was a misunderstanding", erasedAt: null });
    await desk.step(await desk.staff(), id, { step: "uphold", reason: "decision-right" });
    expect(await textOf(id)).toMatchObject({ eraseOn: "2026-05-31" });
  });

  test("danger in what they add goes to the contact centre at once", async () => {
    const { id, raiser, own } = await rejected();
    await appealByRaiser(desk.deps, raiser, own, danger.words);
    expect(await row(id)).toMatchObject({ state: "appealed", isUrgent: true });
    expect(await database.db.$count(diversions, eq(diversions.concernId, id))).toBe(1);
  });

  test("other words are judged as the first, and the clock runs anew", async () => {
    const [raiser, moderator] = [await desk.resident(), await desk.staff()];
    const { id, reference } = await desk.raise(raiser, place, { clientKey: "own" });
    await desk.step(moderator, id, { step: "take-up" });
    await desk.step(moderator, id, { step: "return", reason: "names-people" });
    const { version } = await row(id);
    const reworded = await rewordConcern(desk.deps, raiser, { reference, version }, danger);
    expect(reworded).toEqual({ ok: true, route: "emergency" });
    expect(await row(id)).toMatchObject({ state: "triage", isUrgent: true });
    expect(await textOf(id)).toMatchObject({ words: danger.words });
    const lines = await withActor(database.db, raiser, (tx) => listConcernEvents(tx, id));
    // All of the same moment here, so in no order.
    expect(lines.map(({ to }) => to).sort()).toEqual([
      "returned-for-rewording",
      "submitted",
      "triage",
      "triage",
    ]);
  });
});
