import { eq } from "drizzle-orm";
import { beforeEach, afterEach, describe, expect, test } from "vitest";
import { decidesAs } from "#app/domain/abstraction/authority.ts";
import { noFacts } from "#app/domain/abstraction/entry.ts";
import { correctEntry } from "#app/services/abstraction/correct-entry.server.ts";
import { withdrawEntry } from "#app/services/abstraction/withdraw-entry.server.ts";
import { countToDecide } from "#db/queries/abstraction-request.ts";
import { appointments } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { askForOfficer, type WantedRequest } from "#app/services/abstraction/ask-for-officer.server.ts";
import { changeAuthority } from "#app/services/abstraction/change-abstraction-settings.server.ts";
import { decideRequest, withdrawRequest } from "#app/services/abstraction/decide-request.server.ts";
import { inMinutes, openAbstractionDesk, type AbstractionDesk, type DeskPerson } from "./abstraction-desk.ts";
import { now } from "./people-force.ts";

let desk: AbstractionDesk;
beforeEach(async () => {
  desk = await openAbstractionDesk();
});
afterEach(() => desk.close());

const wanted = (more: Partial<WantedRequest> = {}): WantedRequest => ({
  postId: desk.id("post pc"),
  code: "R1",
  startsAt: inMinutes(60),
  endsAt: inMinutes(180),
  reason: "Two officers short on the early turn",
  requesterUnit: "Response B",
  isEmergency: false,
  responseTeamId: desk.id("team early"),
  minimum: 8,
  actual: 6,
  ...more,
});

const ask = async (more: Partial<WantedRequest> = {}, who: DeskPerson = "Duty inspector") =>
  askForOfficer({ db: desk.db, now }, await desk.as(who), wanted(more));
const asked = async (more: Partial<WantedRequest> = {}) => {
  const done = await ask(more);
  if (done?.ok !== true) throw new Error(JSON.stringify(done));
  return done.id;
};
const decide = async (who: DeskPerson, id: string, isAuthorised = true, answer = "") =>
  decideRequest({ db: desk.db, now }, await desk.as(who), { id, isAuthorised, answer });
const requestOf = (id: string) =>
  desk.db.query.abstractionRequests.findFirst({ where: (t, { eq }) => eq(t.id, id) });

describe("asking", () => {
  test.each<[string, Partial<WantedRequest>, string]>([
    ["two hours of cover", {}, "duty-inspector"],
    ["five hours of cover", { endsAt: inMinutes(361) }, "inspector"],
    ["aid", { code: "A1", responseTeamId: null, minimum: null, actual: null }, "commander"],
    ["mutual aid", { code: "A2", responseTeamId: null, minimum: null, actual: null }, "chief-officer"],
  ])("%s is for the table's authority", async (_, more, authority) => {
    expect(await requestOf(await asked(more))).toMatchObject({ state: "asked", authority });
  });

  test("the same officer again within seven days is for the section inspector", async () => {
    await asked();
    expect(
      await requestOf(await asked({ startsAt: inMinutes(1440), endsAt: inMinutes(1500) })),
    ).toMatchObject({
      authority: "inspector",
    });
  });

  test.each([
    [-7 * 1440, true],
    [0, true],
    [7 * 1440, true],
    [7 * 1440 + 1, false],
  ])("asked for %i minutes from another, it is a repeat: %s", async (minutes, isRepeat) => {
    const [base, length] = [8 * 1440, 60];
    const at = (start: number) => ({ startsAt: inMinutes(start), endsAt: inMinutes(start + length) });
    await asked(at(base));
    expect(await requestOf(await asked(at(base + minutes)))).toMatchObject({
      authority: isRepeat ? "inspector" : "duty-inspector",
    });
  });

  test("an emergency at a time that is logged as something else is refused, and nothing is kept", async () => {
    await desk.entry("post pc", { code: "C1", from: inMinutes(-60), to: inMinutes(60) });
    const emergency = { isEmergency: true, startsAt: inMinutes(-60), endsAt: inMinutes(60) };
    expect(await ask(emergency)).toMatchObject({ ok: false, errors: [{ field: "form" }] });
    expect(await desk.db.query.abstractionRequests.findMany()).toEqual([]);
  });

  test("where nobody has the authority’s role, the next above it is told, and never the sergeant", async () => {
    await desk.db.delete(appointments).where(eq(appointments.accountId, desk.id("Commander")));
    const id = await asked({ code: "A1", responseTeamId: null, minimum: null, actual: null });
    const told = (await desk.db.query.staffNotices.findMany())
      .filter(({ line }) => line.includes("authorise it or refuse"))
      .map(({ accountId }) => accountId);
    expect([await requestOf(id), told]).toMatchObject([
      { authority: "commander" },
      [desk.id("Chief officer")],
    ]);
  });

  test("who is asked tells nobody's name, and whoever decides is told", async () => {
    const id = await asked();
    const notices = await desk.db.query.staffNotices.findMany();
    expect(notices.map(({ path }) => path)).toContain(`/staff/abstractions/requests/${id}`);
    expect(JSON.stringify(notices)).not.toMatch(/Cole|short on the early/);
  });

  test.each<[string, Partial<WantedRequest>, string]>([
    ["cover without its numbers", { minimum: null }, "minimum"],
    ["cover of a team that is not short", { actual: 8 }, "actual"],
    ["without a reason", { reason: "" }, "reason"],
    ["with a name", { reason: "Ask for Sarah Smithson" }, "reason"],
    ["what has begun", { startsAt: inMinutes(-30) }, "startsAt"],
    ["neighbourhood duty", { code: "N4" }, "code"],
  ])("%s is refused at its field, and nothing is kept", async (_, more, field) => {
    const done = await ask(more);
    expect(done?.ok === false && done.errors.map((error) => error.field)).toContain(field);
    expect(await desk.db.query.abstractionRequests.findMany()).toEqual([]);
  });

  test("a sergeant does not ask", async () => {
    expect(await ask({}, "Sergeant")).toBeNull();
  });
});

describe("deciding", () => {
  test("authorised, it stands among what the post is used for", async () => {
    const id = await asked();
    expect(await decide("Inspector", id)).toEqual({ ok: true });
    expect(await desk.versionsOf(id)).toMatchObject([
      {
        code: "R1",
        source: "request",
        isPlanned: true,
        authoriserRole: "inspector",
        requesterUnit: "Response B",
        minimum: 8,
        actual: 6,
      },
    ]);
  });

  test("whoever asked does not decide, nor does one below the authority, nor one of another place", async () => {
    const id = await asked();
    expect(await decide("Duty inspector", id)).toBeNull();
    expect(await decide("Sergeant", id)).toBeNull();
    expect(await decide("Other inspector", id)).toBeNull();
    const aid = await asked({ code: "A1", responseTeamId: null, minimum: null, actual: null });
    expect(await decide("Inspector", aid)).toBeNull();
    expect(await decide("Chief officer", aid)).toEqual({ ok: true });
  });

  test("refused needs a reason and enters nothing; decided once is decided", async () => {
    const id = await asked();
    expect(await decide("Inspector", id, false)).toMatchObject({ ok: false });
    expect(await decide("Inspector", id, false, "The team is at its own minimum")).toEqual({ ok: true });
    expect(await desk.versionsOf(id)).toEqual([]);
    expect(await decide("Inspector", id)).toMatchObject({ ok: false });
  });

  test("an emergency counts at once, and authorised afterwards is its next version", async () => {
    const id = await asked({ isEmergency: true, startsAt: inMinutes(-60), endsAt: inMinutes(60) });
    expect(await desk.versionsOf(id)).toMatchObject([{ authoriserRole: null, isPlanned: false }]);
    expect(await decide("Inspector", id)).toEqual({ ok: true });
    expect(await desk.versionsOf(id)).toMatchObject([
      { version: 1, isLatest: false, authoriserRole: null },
      { version: 2, isLatest: true, authoriserRole: "inspector" },
    ]);
  });

  const emergency = () => asked({ isEmergency: true, startsAt: inMinutes(-60), endsAt: inMinutes(60) });

  test("what an emergency became is authorised at the time that it was corrected to, and never twice", async () => {
    const id = await emergency();
    const [entry] = await desk.versionsOf(id);
    if (entry === undefined) throw new Error("It was not entered.");
    const times = { kind: "span" as const, from: inMinutes(-60), to: inMinutes(30) };
    const correction = { ...noFacts, responseTeamId: entry.responseTeamId, minimum: 8, actual: 6 };
    expect(
      await correctEntry({ db: desk.db, now }, await desk.as("Sergeant"), {
        ...correction,
        ...{ id, version: 1, code: "R1", times, changeReason: "Back earlier" },
      }),
    ).toMatchObject({ ok: true });
    expect(await decide("Inspector", id)).toEqual({ ok: true });
    const all = await desk.db.query.abstractionEntries.findMany({
      where: (t, { eq }) => eq(t.isLatest, true),
    });
    expect(all).toMatchObject([{ id, version: 3, endsAt: inMinutes(30), authoriserRole: "inspector" }]);
  });

  test("what was withdrawn since is decided, and not entered again", async () => {
    const id = await emergency();
    await withdrawEntry({ db: desk.db, now }, await desk.as("Sergeant"), {
      ...{ id, version: 1, changeReason: "They did not go" },
    });
    expect(await decide("Inspector", id)).toEqual({ ok: true });
    expect(await requestOf(id)).toMatchObject({ state: "authorised" });
    expect((await desk.versionsOf(id)).at(-1)).toMatchObject({ version: 2, isWithdrawn: true });
  });

  test.each([
    [23 * 60, "inspector"],
    [23 * 60 + 1, null],
  ])("an emergency authorised %i minutes later counts as authorised by: %s", async (minutes, role) => {
    const id = await emergency();
    const late = { db: desk.db, now: inMinutes(minutes) };
    const answer = { id, isAuthorised: true, answer: "" };
    expect(await decideRequest(late, await desk.as("Inspector"), answer)).toEqual({ ok: true });
    expect(await requestOf(id)).toMatchObject({ state: "authorised" });
    expect((await desk.versionsOf(id)).at(-1)).toMatchObject({ authoriserRole: role });
  });

  test("asked for again since, the first request needs the greater authority as well", async () => {
    await desk.account("Night inspector");
    await desk.appoint("Night inspector", "duty-inspector", { kind: "bcu", areaId: desk.id("B1") });
    const id = await asked();
    await asked({ startsAt: inMinutes(1440), endsAt: inMinutes(1500) });
    const decision = { id, isAuthorised: true, answer: "" };
    const night = await desk.actor("Night inspector");
    expect(await decideRequest({ db: desk.db, now }, night, decision)).toMatchObject({ ok: false });
    expect(await requestOf(id)).toMatchObject({ state: "asked", authority: "inspector" });
    expect(await desk.versionsOf(id)).toEqual([]);
    expect(await decide("Inspector", id)).toEqual({ ok: true });
  });

  test("a duty that was confirmed as nil says so no more once a request is entered in it", async () => {
    await desk.duty("post pc", { confirmedAs: "nil", confirmedAt: now });
    await emergency();
    expect(await desk.dutiesOf("post pc")).toMatchObject([{ confirmedAs: "logged", confirmedAt: now }]);
  });

  test("the first page counts what the requests’ page lists to decide, and nothing else", async () => {
    await asked({ code: "A1", responseTeamId: null, minimum: null, actual: null });
    await asked();
    const scope = { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };
    const decider = async (who: DeskPerson) => {
      const actor = await desk.as(who);
      return { scope, roles: decidesAs(actor), accountId: actor.accountId ?? "" };
    };
    for (const [who, waiting] of [
      ["Duty inspector", 0],
      ["Inspector", 1],
      ["Commander", 2],
    ] as const) {
      const as = await decider(who);
      const actor = await desk.as(who);
      expect(await withActor(desk.db, actor, (tx) => countToDecide(tx, as)), who).toBe(waiting);
    }
  });

  test("what the sergeant logged meanwhile becomes the request's, unless it was something else", async () => {
    const id = await asked();
    const entry = await desk.entry("post pc", {
      code: "R1",
      from: inMinutes(60),
      to: inMinutes(180),
      responseTeamId: desk.id("team early"),
      minimum: 8,
      actual: 5,
    });
    expect(await decide("Inspector", id)).toEqual({ ok: true });
    expect((await desk.versionsOf(entry)).at(-1)).toMatchObject({
      version: 2,
      requestId: id,
      authoriserRole: "inspector",
    });
    const other = await asked({ startsAt: inMinutes(300), endsAt: inMinutes(360) });
    await desk.entry("post pc", { code: "C1", from: inMinutes(300), to: inMinutes(360) });
    expect(await decide("Inspector", other)).toMatchObject({ ok: false });
    expect(await requestOf(other)).toMatchObject({ state: "asked" });
  });
});

test("who asked withdraws what nobody decided, and nobody else does", async () => {
  const id = await asked();
  const withdraw = async (who: DeskPerson) => withdrawRequest({ db: desk.db, now }, await desk.as(who), id);
  expect(await withdraw("Inspector")).toBeNull();
  expect(await withdraw("Duty inspector")).toEqual({ ok: true });
  expect(await withdraw("Duty inspector")).toMatchObject({ ok: false });
});

test("the table of authorities is the administrator's, and counts from the next request", async () => {
  const change = async (who: DeskPerson) =>
    changeAuthority({ db: desk.db, now }, await desk.as(who), {
      code: "R1",
      overMinutes: 0,
      authority: "commander",
      told: null,
    });
  const before = await asked();
  expect(await change("Inspector")).toBeNull();
  expect(await change("Administrator")).toEqual({ ok: true });
  expect(await requestOf(before)).toMatchObject({ authority: "duty-inspector" });
  const after = await asked({ postId: desk.id("post pcso") });
  expect(await requestOf(after)).toMatchObject({ authority: "commander" });
});
