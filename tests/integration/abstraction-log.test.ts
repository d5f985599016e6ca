import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { WantedTimes } from "#app/domain/abstraction/typed-times.ts";
import { auditEvents } from "#db/schema/index.ts";
import { inMinutes, openAbstractionDesk, type AbstractionDesk } from "./abstraction-desk.ts";
import { day, loggingAt, span } from "./abstraction-logging.ts";
import { now } from "./people-force.ts";

let desk: AbstractionDesk;
beforeEach(async () => {
  desk = await openAbstractionDesk();
});
afterEach(() => desk.close());
const { log, done, refusedFields, standing } = loggingAt(() => desk);

const shiftFromNow: WantedTimes = { kind: "shift-from", at: null };

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
