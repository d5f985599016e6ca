import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noFacts, type EntryFacts } from "#app/domain/abstraction/entry.ts";
import type { Code } from "#app/domain/abstraction/codes.ts";
import { correctEntry, type WantedCorrection } from "#app/services/abstraction/correct-entry.server.ts";
import { logEntry } from "#app/services/abstraction/log-entry.server.ts";
import type { WantedTimes } from "#app/domain/abstraction/typed-times.ts";
import { withdrawEntry } from "#app/services/abstraction/withdraw-entry.server.ts";
import { platform } from "#app/domain/actor.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import { auditEvents, editions, editionTerms, postDetails, postHoldings } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { inMinutes, openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { now } from "./people-force.ts";

let desk: AbstractionDesk;
beforeEach(async () => {
  desk = await openAbstractionDesk();
});
afterEach(() => desk.close());

const day = 24 * 60;
const span = (from: number, to: number): WantedTimes => ({
  kind: "span",
  from: inMinutes(from),
  to: inMinutes(to),
});
const shiftFromNow: WantedTimes = { kind: "shift-from", at: null };

interface Given extends Partial<EntryFacts> {
  id?: string;
  code?: Code;
  times?: WantedTimes;
  at?: Date;
}

const log = async (who: DeskPerson, post: string, { id = randomUUID(), at = now, ...given }: Given = {}) =>
  logEntry({ db: desk.db, now: at }, await desk.as(who), {
    ...noFacts,
    id,
    postId: desk.id(post),
    code: "R2",
    times: span(-60, 0),
    ...given,
  });
const done = async (...given: Parameters<typeof log>) => {
  const logged = await log(...given);
  if (logged?.ok !== true) throw new Error(`It was not logged: ${JSON.stringify(logged)}`);
  return logged;
};
const refusedFields = async (...given: Parameters<typeof log>) => {
  const logged = await log(...given);
  return logged === null || logged.ok ? logged : logged.errors.map(({ field }) => field);
};
const standing = async (post: string) =>
  (await desk.db.query.abstractionEntries.findMany({ orderBy: (t, { asc }) => asc(t.startsAt) })).filter(
    ({ postId, isLatest, isWithdrawn }) => postId === desk.id(post) && isLatest && !isWithdrawn,
  );

describe("who logs what", () => {
  it.each([
    ["Sergeant", "post pc", true],
    ["Sergeant", "post lead", true],
    ["Sergeant", "post beat", false],
    ["Constable", "post pc", true],
    ["Constable", "post pcso", false],
    ["Other constable", "post pc", false],
    ["Inspector", "post pc", true],
    ["Other inspector", "post pc", false],
    ["Duty inspector", "post pc", false],
    ["Commander", "post pc", false],
    ["Analyst", "post pc", false],
    ["Administrator", "post pc", false],
  ] as const)("%s of %s: %s", async (who, post, isAllowed) => {
    const logged = await log(who, post);
    expect(logged === null ? false : logged.ok).toBe(isAllowed);
    expect(await standing(post)).toHaveLength(isAllowed ? 1 : 0);
  });

  it("what is long past is an inspector’s, with a reason", async () => {
    const times = span(-36 * day - 60, -36 * day);
    expect(await refusedFields("Sergeant", "post pc", { times })).toEqual(["startsAt"]);
    expect(await refusedFields("Constable", "post pc", { times })).toEqual(["startsAt"]);
    expect(await refusedFields("Inspector", "post pc", { times })).toEqual(["reason"]);
    await done("Inspector", "post pc", { times, reason: "Found in the duty book" });
  });

  it("a declared incident is an inspector’s to tag", async () => {
    const exemptIncident = "Flood of November";
    expect(await refusedFields("Sergeant", "post pc", { exemptIncident })).toEqual(["exemptIncident"]);
    await done("Inspector", "post pc", { exemptIncident });
  });
});

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
    // The teams in force do not have the post any more: its sergeant of then would have to be asked for it.
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

describe("when it was", () => {
  it("is this shift from now, to the end of the duty", async () => {
    await desk.duty("post pc");
    await done("Sergeant", "post pc", { times: shiftFromNow, at: new Date(now.getTime() + 30_500) });
    const [entry] = await standing("post pc");
    expect([entry?.startsAt, entry?.endsAt]).toEqual([now, inMinutes(360)]);
  });

  it("is all of the shift, of one that ended not long ago too", async () => {
    await desk.duty("post pc", { from: inMinutes(-600), to: inMinutes(-60) });
    await done("Sergeant", "post pc", { times: { kind: "shift", at: null } });
    const [entry] = await standing("post pc");
    expect([entry?.startsAt, entry?.endsAt]).toEqual([inMinutes(-600), inMinutes(-60)]);
  });

  it("is asked for where there is no duty", async () => {
    await desk.duty("post pc", { from: inMinutes(-600), to: inMinutes(-60) });
    expect(await refusedFields("Sergeant", "post pc", { times: shiftFromNow })).toEqual(["startsAt"]);
    expect(await refusedFields("Sergeant", "post pcso", { times: { kind: "shift", at: null } })).toEqual([
      "startsAt",
    ]);
  });
});

describe("what it says", () => {
  const cover = () => ({ responseTeamId: desk.id("team early"), minimum: null, actual: 6 });

  it("response cover has its team, whose minimum stands where none is given", async () => {
    await done("Sergeant", "post pc", { code: "R1", ...cover() });
    const [entry] = await standing("post pc");
    expect(entry).toMatchObject({ minimum: 8, actual: 6 });
    expect(await refusedFields("Sergeant", "post pcso", { code: "R1" })).toEqual([
      "responseTeamId",
      "minimum",
      "actual",
    ]);
    expect(await refusedFields("Sergeant", "post pcso", { code: "R1", ...cover(), actual: 8 })).toEqual([
      "actual",
    ]);
  });

  it("what belongs to another code is left out", async () => {
    await done("Sergeant", "post pc", { code: "C1", ...cover(), neighbourhoodId: desk.id("n3") });
    expect((await standing("post pc"))[0]).toMatchObject({
      responseTeamId: null,
      actual: null,
      neighbourhoodId: null,
    });
  });

  it("nobody is named, and what is not there is not chosen", async () => {
    expect(await refusedFields("Sergeant", "post pc", { reason: "Relieved Mr Hollis" })).toEqual(["reason"]);
    expect(await refusedFields("Sergeant", "post pc", { priorityId: randomUUID() })).toEqual(["priorityId"]);
    expect(await refusedFields("Sergeant", "post pc", { code: "N2", neighbourhoodId: randomUUID() })).toEqual(
      ["neighbourhoodId"],
    );
    const own = { code: "N2", neighbourhoodId: desk.id("n1") } as const;
    expect(await refusedFields("Sergeant", "post pc", own)).toEqual(["neighbourhoodId"]);
  });

  it("help on sight beyond an hour becomes directed response", async () => {
    expect((await done("Sergeant", "post pc", { code: "N3", times: span(-60, 0) })).did).toBe("logged");
    const id = randomUUID();
    const long = { id, code: "N3", times: span(-300, -200) } as const;
    expect((await done("Sergeant", "post pc", long)).did).toBe("split");
    expect((await done("Sergeant", "post pc", long)).did).toBe("again");
    expect((await standing("post pc")).map(({ code, startsAt }) => [code, startsAt])).toEqual([
      ["N3", inMinutes(-300)],
      ["R2", inMinutes(-240)],
      ["N3", inMinutes(-60)],
    ]);
  });
});

describe("sent twice", () => {
  it("is one entry, at the same moment too", async () => {
    await desk.duty("post pc");
    const id = randomUUID();
    const send = (minutes: number) =>
      log("Sergeant", "post pc", { id, times: shiftFromNow, at: inMinutes(minutes) });
    const sent = await Promise.all([send(0), send(0), send(1), send(2)]);
    expect(sent.every((one) => one?.ok)).toBe(true);
    expect(sent.filter((one) => one?.ok && one.did === "logged")).toHaveLength(1);
    expect(await send(5)).toEqual({ ok: true, id, did: "again" });
    expect(await standing("post pc")).toHaveLength(1);
    expect((await desk.actions()).filter((action) => action === "abstraction.log")).toHaveLength(1);
  });

  it("the same time and code from another form is done, another code is refused with the way to it", async () => {
    const { id } = await done("Sergeant", "post pc");
    expect(await log("Constable", "post pc")).toEqual({ ok: true, id, did: "again" });
    expect(await log("Sergeant", "post pc", { code: "C1" })).toMatchObject({ ok: false, sameTimeId: id });
    // What else was typed would be lost: it is not answered as if it stood there.
    expect(await log("Sergeant", "post pc", { reason: "Called to the mill" })).toMatchObject({
      ok: false,
      sameTimeId: id,
    });
    expect(await standing("post pc")).toHaveLength(1);
  });

  it("an id used for something else is never taken for it", async () => {
    const { id } = await done("Sergeant", "post pc");
    const other = { ok: false, isIdTaken: true };
    expect(await log("Sergeant", "post pcso", { id })).toMatchObject(other);
    expect(await log("Sergeant", "post pc", { id, code: "C1" })).toMatchObject(other);
    expect(await log("Sergeant", "post pc", { id, times: span(-90, 0) })).toMatchObject(other);
    expect(await log("Other sergeant", "post beat", { id })).toMatchObject(other);
  });
});

describe("what it confirms", () => {
  it("the duties it touches, where a sergeant logs", async () => {
    await desk.duty("post pc", { from: inMinutes(-9 * day), to: inMinutes(-9 * day + 480) });
    await desk.duty("post pc");
    await done("Sergeant", "post pc", { times: span(-9 * day, -9 * day + 60) });
    await done("Sergeant", "post pc");
    expect(await desk.dutiesOf("post pc")).toMatchObject([
      { confirmedAs: "logged", isConfirmedInTime: false, confirmedBy: desk.id("Sergeant") },
      { confirmedAs: "logged", isConfirmedInTime: true, confirmedAt: now },
    ]);
  });

  it("nothing where an officer logs, and what was nil says so no more", async () => {
    await desk.duty("post pc", { from: inMinutes(-day), to: inMinutes(-day + 480) });
    await desk.duty("post pc", { confirmedAs: "nil", confirmedAt: inMinutes(-5) });
    await done("Constable", "post pc", { times: span(-day, -day + 60) });
    await done("Constable", "post pc");
    expect(await desk.dutiesOf("post pc")).toMatchObject([
      { confirmedAs: null },
      { confirmedAs: "logged", confirmedAt: inMinutes(-5) },
    ]);
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

it("the record has what was done, and no word of it", async () => {
  const { id } = await done("Sergeant", "post pc", { reason: "Scene guard for a day" });
  const [row] = (await desk.db.select().from(auditEvents)).slice(-1);
  expect(row).toMatchObject({
    action: "abstraction.log",
    subjectId: id,
    neighbourhoodId: desk.id("n1"),
    details: { code: "R2", minutes: 60, version: 1, isLate: false, post: desk.id("post pc") },
  });
  expect(JSON.stringify(row)).not.toContain("Scene guard");
});
