import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noFacts, type EntryFacts } from "#app/domain/abstraction/entry.ts";
import type { Code } from "#app/domain/abstraction/codes.ts";
import { platform } from "#app/domain/actor.ts";
import { correctEntry, type WantedCorrection } from "#app/services/abstraction/correct-entry.server.ts";
import { withdrawEntry } from "#app/services/abstraction/withdraw-entry.server.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import { editions, editionTerms, postAllocations, postDetails, postHoldings } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { inMinutes, openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { day, loggingAt, span } from "./abstraction-logging.ts";
import { now } from "./people-force.ts";

let desk: AbstractionDesk;
beforeEach(async () => {
  desk = await openAbstractionDesk();
});
afterEach(() => desk.close());
const { log, done, refusedFields, standing } = loggingAt(() => desk);

describe("whose it is", () => {
  const hold = (from: string, to: string | null) =>
    desk.db
      .update(postHoldings)
      .set({ heldFrom: from, heldTo: to })
      .where(eq(postHoldings.postId, desk.id("post pc")));

  it("an officer logs of a post what it did while they held it, and nothing from before", async () => {
    await hold("2026-11-23", null);
    expect(await log("Constable", "post pc", { times: span(-3 * day, -3 * day + 60) })).toBeNull();
    expect((await done("Constable", "post pc", { times: span(-day, -day + 60) })).did).toBe("logged");
  });

  it("their own words stay theirs to correct when they have left the post, in later teams too", async () => {
    const own = await done("Constable", "post pc");
    const next = await nextTeams();
    const change = { ...noFacts, code: "C1" as Code, times: span(-60, 0), changeReason: "Custody" };
    const correct = async (who: DeskPerson, version: number) =>
      correctEntry({ db: desk.db, now }, await desk.as(who), { ...change, id: own.id, version });
    expect(next).toBe(1);
    expect(await correct("Constable", 1)).toMatchObject({ ok: true });
    expect(await correct("Other constable", 2)).toBeNull();
    expect(await correct("Sergeant", 2)).toMatchObject({ ok: true });
  });
});

/** Teams that come into force in an hour, without the post of the constable; how many of the posts they lost. */
async function nextTeams(): Promise<number> {
  const { db, id } = desk;
  const editionId = randomUUID();
  const [teams] = await db
    .select()
    .from(editions)
    .where(eq(editions.id, id("teams")));
  if (teams === undefined) throw new Error("There are no teams.");
  await db.insert(editions).values({ ...teams, id: editionId });
  const details = await db
    .select()
    .from(postDetails)
    .where(eq(postDetails.editionId, id("teams")));
  const kept = details.filter(({ postId }) => postId !== id("post pc"));
  await db.insert(postDetails).values(kept.map((one) => ({ ...one, editionId })));
  const allocations = await db.select().from(postAllocations);
  await db
    .insert(postAllocations)
    .values(
      allocations.filter(({ postId }) => postId !== id("post pc")).map((one) => ({ ...one, editionId })),
    );
  const holdings = await db.select().from(postHoldings);
  // The constable goes to the other team.
  await db.insert(postHoldings).values(
    holdings
      .filter(({ postId }) => postId !== id("post beat"))
      .map((one) => ({
        ...one,
        editionId,
        postId: one.postId === id("post pc") ? id("post beat") : one.postId,
      })),
  );
  const at = inMinutes(60);
  await db
    .update(editionTerms)
    .set({ inForceTo: at })
    .where(eq(editionTerms.editionId, id("teams")));
  await db.insert(editionTerms).values({ noun: "teams", editionId, inForceFrom: at });
  return details.length - kept.length;
}

describe("who authorised it", () => {
  it.each<[DeskPerson, EntryFacts["authoriserRole"], Code, number, boolean]>([
    ["Sergeant", "duty-inspector", "R2", 60, true],
    ["Sergeant", "duty-inspector", "R2", 300, false],
    ["Sergeant", "inspector", "R2", 300, true],
    ["Sergeant", "inspector", "A1", 60, false],
    ["Sergeant", "chief-officer", "A1", 60, true],
    ["Sergeant", "response-sergeant", "R2", 60, false],
    ["Inspector", "inspector", "R2", 60, true],
    ["Constable", "chief-officer", "R2", 60, false],
  ])("%s says %s of %s, %i minutes: %s", async (who, authoriserRole, code, minutes, isTaken) => {
    expect(await refusedFields(who, "post pc", { authoriserRole, code, times: span(-minutes, 0) })).toEqual(
      isTaken ? expect.objectContaining({ ok: true }) : ["authoriserRole"],
    );
  });

  it("is not the sergeant's to say of their own post", async () => {
    const authoriserRole = "duty-inspector";
    expect(await refusedFields("Sergeant", "post lead", { authoriserRole })).toEqual(["authoriserRole"]);
  });
});

it("a duty that began in the month before is confirmed in that month’s figures too", async () => {
  const monthStart = -24 * day + 14 * 60;
  await desk.duty("post pc", { from: inMinutes(monthStart - 120), to: inMinutes(monthStart + 360) });
  const { id } = await done("Sergeant", "post pc", { times: span(monthStart + 60, monthStart + 120) });
  const confirmed = async () =>
    (
      await desk.db.query.abstractionMonths.findMany({
        where: (t, { and, eq }) => and(eq(t.month, "2026-10-01"), eq(t.neighbourhoodId, desk.id("n1"))),
      })
    ).reduce((sum, one) => sum + one.confirmed, 0);
  const kept = await confirmed();
  await withActor(desk.db, platform(), (tx) =>
    renewFigures(tx, { months: ["2026-10-01"], neighbourhoodIds: null }),
  );
  expect([id, kept]).toEqual([id, await confirmed()]);
});

describe("correcting and withdrawing", () => {
  const change = { ...noFacts, code: "C1" as Code, times: span(-120, -60), changeReason: "It was custody" };
  const correct = async (who: DeskPerson, id: string, given: Partial<WantedCorrection> = {}) =>
    correctEntry({ db: desk.db, now }, await desk.as(who), { ...change, id, version: 1, ...given });
  const withdraw = async (who: DeskPerson, id: string, changeReason = "It never was", version = 1) =>
    withdrawEntry({ db: desk.db, now }, await desk.as(who), { id, version, changeReason });

  it("writes the next version with a reason, and keeps the first", async () => {
    const { id } = await done("Sergeant", "post pc");
    expect(await correct("Sergeant", id)).toMatchObject({ ok: true });
    expect(await desk.versionsOf(id)).toMatchObject([
      { code: "R2", isLatest: false, changeReason: null },
      { code: "C1", isLatest: true, changeReason: "It was custody", startsAt: inMinutes(-120) },
    ]);
    expect(await correct("Sergeant", id)).toMatchObject({ ok: false, errors: [{ field: "form" }] });
    expect(await correct("Sergeant", id, { version: 2, changeReason: "" })).toMatchObject({
      errors: [{ field: "changeReason" }],
    });
    expect(await correct("Sergeant", id, { version: 2, changeReason: "Told by Mr Hollis" })).toMatchObject({
      errors: [{ field: "changeReason" }],
    });
  });

  it("withdrawn it stands no more, nobody loses it, and its duty is nil", async () => {
    await desk.duty("post pc");
    const { id } = await done("Sergeant", "post pc");
    expect(await withdraw("Sergeant", id)).toMatchObject({ ok: true });
    expect(await standing("post pc")).toEqual([]);
    expect(await desk.versionsOf(id)).toMatchObject([{ isWithdrawn: false }, { isWithdrawn: true }]);
    expect(await desk.dutiesOf("post pc")).toMatchObject([{ confirmedAs: "nil" }]);
    expect(await withdraw("Sergeant", id, "Again", 2)).toBeNull();
    await done("Sergeant", "post pc");
  });

  it("an officer takes back what they wrote until it is confirmed, and nothing else", async () => {
    const own = await done("Constable", "post pc");
    expect(await withdraw("Constable", own.id)).toMatchObject({ ok: true });
    const another = await done("Sergeant", "post pc", { times: span(-180, -120) });
    expect(await withdraw("Constable", another.id)).toBeNull();
    await desk.duty("post pc", { confirmedAs: "logged", confirmedAt: now });
    const confirmed = await done("Constable", "post pc");
    expect(await correct("Constable", confirmed.id)).toBeNull();
    expect(await correct("Other sergeant", confirmed.id)).toBeNull();
    expect(await correct("Inspector", confirmed.id)).toMatchObject({ ok: true });
  });

  it("long past, it is an inspector’s to correct", async () => {
    const id = await desk.entry("post pc", { from: inMinutes(-36 * day), to: inMinutes(-36 * day + 60) });
    const times = span(-36 * day, -36 * day + 30);
    expect(await correct("Sergeant", id, { times })).toBeNull();
    expect(await correct("Inspector", id, { times })).toMatchObject({ ok: true });
    const recent = await done("Sergeant", "post pc");
    expect(await correct("Sergeant", recent.id, { times })).toMatchObject({
      ok: false,
      errors: [{ field: "startsAt" }],
    });
  });

  it("what was authorised is so no more when it becomes another thing or time", async () => {
    const authoriserRole = "inspector" as const;
    const by = { authoriserRole, authorisedBy: desk.id("Inspector") };
    const id = await desk.entry("post pc", by);
    const kept = { code: "R2" as Code, authoriserRole, times: span(-60, 0) };
    expect(await correct("Sergeant", id, kept)).toMatchObject({ ok: true, did: "logged" });
    expect((await desk.versionsOf(id)).at(-1)).toMatchObject(by);
    const longer = { ...kept, times: span(-300, 0), version: 2 };
    expect(await correct("Sergeant", id, longer)).toMatchObject({ ok: true, did: "unauthorised" });
    expect((await desk.versionsOf(id)).at(-1)).toMatchObject({ authoriserRole: null, authorisedBy: null });
    const other = await desk.entry("post pcso", by);
    expect(await correct("Sergeant", other, { authoriserRole, times: span(-60, 0) })).toMatchObject({
      did: "unauthorised",
    });
  });

  it("a declared incident stays tagged when a sergeant corrects the rest", async () => {
    const exemptIncident = "Flood of November";
    const { id } = await done("Inspector", "post pc", { exemptIncident });
    expect(await correct("Sergeant", id)).toMatchObject({ ok: true });
    expect((await desk.versionsOf(id)).at(-1)).toMatchObject({ exemptIncident });
    expect(await correct("Inspector", id, { version: 2 })).toMatchObject({ ok: true });
    expect((await desk.versionsOf(id)).at(-1)).toMatchObject({ exemptIncident: null });
  });

  it("does not go where something else is logged", async () => {
    const first = await done("Sergeant", "post pc", { times: span(-120, -60) });
    const { id } = await done("Sergeant", "post pc");
    expect(await correct("Sergeant", id)).toMatchObject({ ok: false, sameTimeId: first.id });
  });
});
