import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { roles } from "#app/domain/access.ts";
import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import type { AgreementText } from "#app/domain/agreement/wanted.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { addDays, yearAfter } from "#app/domain/team/day.ts";
import { changeAgreement } from "#app/services/agreement/change-agreement.server.ts";
import { draftAgreement } from "#app/services/agreement/draft-agreement.server.ts";
import { leaveAgreement } from "#app/services/agreement/leave-agreement.server.ts";
import { reviewAgreement } from "#app/services/agreement/review-agreement.server.ts";
import { signAgreement } from "#app/services/agreement/sign-agreement.server.ts";
import { signParty } from "#app/services/agreement/sign-party.server.ts";
import { terminateAgreement } from "#app/services/agreement/terminate-agreement.server.ts";
import { viewAgreement } from "#app/services/agreement/view-agreement.server.ts";
import { listAgreements } from "#db/queries/agreement-list.ts";
import { agreementStandingOf, shutBesides } from "#db/queries/agreement-standing.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import { agreementParties, agreements, taskingMeetings } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
let keeper: Actor;
beforeEach(async () => {
  desk = await openTaskingDesk();
  keeper = await desk.as("Records");
});
afterEach(() => desk.close());

const textOf = (changes: Partial<AgreementText> = {}): AgreementText => ({
  title: "Joint tasking in the north",
  partnershipId: desk.id("P2"),
  purpose: "To prevent crime and disorder together.",
  gateway: "crime-and-disorder-115",
  dataItems: "Problems, places, and what is done about them.",
  security: "Read on this platform, by named people.",
  retention: "As the schedule of the platform says.",
  dpia: "DPIA-2026-14",
  ...changes,
});
const ids = (...names: string[]) => names.map((name) => desk.id(name));

/** As whoever keeps it reads it now. */
const read = async (reference: string) => {
  const [row] = await desk.db.select().from(agreements).where(eq(agreements.reference, reference));
  return { reference, version: row?.version ?? 0 };
};
const draft = async () => {
  const drafted = await draftAgreement(desk.deps, keeper, {
    text: textOf(),
    partyIds: ids("police", "far council", "youth"),
  });
  if (!drafted.ok) throw new Error("The draft was refused.");
  return drafted.reference;
};
const sign = async (reference: string, agency: string) =>
  signParty(desk.deps, keeper, await read(reference), {
    agencyId: desk.id(agency),
    signatory: " Sam Okafor ",
    position: "Chief executive",
    signedOn: desk.today,
  });
const signedOf = async (reference: string) =>
  (await viewAgreement(desk.deps, keeper, reference))?.parties.map(({ code, signedOn }) => [
    code,
    signedOn !== null,
  ]);

/** What somebody finds of joint work: why none, by what they are told; and what either wall alone shows. */
async function found(name: TaskingPerson) {
  const actor = await desk.as(name);
  const agencyIds = scopeOf(actor, "tasking:read-own-meetings")?.agencyIds ?? [];
  return withActor(desk.db, actor, async (tx) => ({
    standing: await agreementStandingOf(tx, agencyIds, desk.today),
    meeting: (await findTaskingMeeting(tx, taskingReaderOf(actor), "J-22222", desk.today)) !== null,
    rows: (await tx.select({ id: taskingMeetings.id }).from(taskingMeetings)).length,
  }));
}
const open = { standing: { isLive: true }, meeting: true, rows: 1 };
const shut = (why: string, since = desk.today) => ({
  standing: {
    isLive: false,
    agreement: { reference: "A-22222", title: "Agreement A-22222", since, why },
  },
  meeting: false,
  rows: 0,
});

test("an agency hears which of its agreements is shut while another holds", async () => {
  const besides = () => withActor(desk.db, keeper, (tx) => shutBesides(tx, [desk.id("council")], desk.today));
  expect(await besides()).toEqual([]);
  await desk.agreement("A-33333", ["police", "council"], { partnership: "P2" });
  expect(await besides()).toEqual([]);
  await desk.lapse();
  expect(await besides()).toEqual([
    { reference: "A-22222", title: "Agreement A-22222", since: desk.today, why: "expired" },
  ]);
  // Where none holds, the whole page says so.
  await desk.lapse("A-33333");
  expect(await besides()).toEqual([]);
});

test("a partner’s role reaches by area what an agreement of their agency carries, and no more", async () => {
  const areaOf = async (name: TaskingPerson) =>
    scopeOf(await desk.as(name), "tasking:read")?.neighbourhoodIds ?? [];
  expect([...(await areaOf("Chair"))].sort()).toEqual([desk.id("n1"), desk.id("n2")].sort());
  await desk.lapse();
  expect(await areaOf("Chair")).toEqual([]);
  expect(can(await desk.as("Chair"), "plan:read")).toBe(false);
  // Of the agency itself they speak as before: what has lapsed is told to them.
  expect(can(await desk.as("Chair"), "tasking:read-own-meetings")).toBe(true);
  expect(can(await desk.as("Inspector"), "plan:read")).toBe(true);
});

describe("a draft", () => {
  test("becomes an agreement when the police and a partner have signed, for at most twelve months", async () => {
    const reference = await draft();
    expect(reference).toMatch(/^A-[2-9B-Y]{5}$/);
    const period = { startsOn: desk.today, reviewBy: yearAfter(desk.today) };
    const put = async (changes: Partial<typeof period> = {}) =>
      signAgreement(desk.deps, keeper, await read(reference), { ...period, ...changes });
    expect(await put()).toMatchObject({ ok: false, errors: [{ field: "form" }, { field: "form" }] });
    expect(await sign(reference, "police")).toEqual({ ok: true });
    expect(await sign(reference, "police")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await sign(reference, "housing")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await put()).toMatchObject({ errors: [{ message: "No partner has signed" }] });
    await sign(reference, "far council");
    expect(await put({ reviewBy: addDays(yearAfter(desk.today), 1) })).toMatchObject({
      errors: [{ field: "reviewBy" }],
    });
    expect((await found("Far officer")).standing).toMatchObject({ agreement: { why: "unsigned" } });
    expect(await put()).toEqual({ ok: true });
    expect((await found("Far officer")).standing).toEqual({ isLive: true });
    expect(await put()).toMatchObject({ errors: [{ field: "form" }] });
    expect(await desk.actions()).toEqual([
      "agreement.draft",
      "agreement.sign-party",
      "agreement.sign-party",
      "agreement.sign",
    ]);
  });

  test("is refused with all that is wrong with it, and what is gone", async () => {
    const refused = await draftAgreement(desk.deps, keeper, {
      text: textOf({ title: " ", partnershipId: desk.id("no partnership") }),
      partyIds: ids("far council", "youth"),
    });
    expect(refused).toMatchObject({
      errors: [{ field: "partnership" }, { field: "title" }, { field: "parties" }],
    });
    expect(await desk.actions()).toEqual([]);
  });

  test("that says something else afterwards is signed anew; another party alone asks nobody again", async () => {
    const reference = await draft();
    await sign(reference, "police");
    const change = async (text: AgreementText, ...parties: string[]) =>
      changeAgreement(desk.deps, keeper, await read(reference), { text, partyIds: ids(...parties) });
    expect(await change(textOf(), "police", "far council", "housing")).toEqual({ ok: true });
    expect(await signedOf(reference)).toEqual([
      ["police", true],
      ["housing", false],
      ["far-council", false],
    ]);
    await change(textOf({ retention: "Two years." }), "police", "far council");
    expect(await signedOf(reference)).toEqual([
      ["police", false],
      ["far-council", false],
    ]);
  });

  test("that somebody else changed meanwhile is read again", async () => {
    const reference = await draft();
    const stale = await read(reference);
    await sign(reference, "police");
    const wanted = { text: textOf(), partyIds: ids("police", "youth") };
    expect(await changeAgreement(desk.deps, keeper, stale, wanted)).toMatchObject({
      errors: [{ field: "form" }],
    });
    expect(await changeAgreement(desk.deps, keeper, { ...stale, reference: "A-99999" }, wanted)).toBeNull();
  });
});

describe("joint work is shut the same minute, behind both walls, and the partner is told why", () => {
  test("by an agreement that lapsed, until it is reviewed; whoever did not agree signs anew", async () => {
    expect(await found("Council officer")).toEqual(open);
    await desk.lapse();
    for (const name of ["Council officer", "Housing officer", "Chair"] as const)
      expect(await found(name), name).toEqual(shut("expired"));
    expect(await found("Inspector")).toMatchObject({ meeting: true, rows: 1 });

    const review = async (changes: { partyIds?: string[]; agreedIds?: string[] } = {}) =>
      reviewAgreement(desk.deps, keeper, await read("A-22222"), {
        text: textOf({ title: "Agreement A-22222", partnershipId: desk.id("P1") }),
        partyIds: ids("police", "council", "housing"),
        agreedIds: ids("police", "council"),
        reviewBy: addDays(desk.today, 200),
        ...changes,
      });
    expect(await review({ agreedIds: ids("police") })).toMatchObject({ errors: [{ field: "agreed" }] });
    expect(await review()).toEqual({ ok: true });
    expect(await found("Council officer")).toEqual(open);
    expect(await found("Housing officer")).toMatchObject({
      standing: { agreement: { why: "unsigned" } },
      meeting: false,
      rows: 0,
    });
    await sign("A-22222", "housing");
    expect(await found("Housing officer")).toEqual(open);
    // A party that is left out of a review has left.
    await review({ partyIds: ids("police", "council") });
    expect(await found("Housing officer")).toEqual(shut("left"));
  });

  test("by leaving: for the one that left, and nobody else", async () => {
    expect(await leaveAgreement(desk.deps, keeper, await read("A-22222"), desk.id("council"))).toEqual({
      ok: true,
    });
    expect(await found("Council officer")).toEqual(shut("left"));
    expect(await found("Housing officer")).toEqual(open);
    const leave = async (agency: string) =>
      leaveAgreement(desk.deps, keeper, await read("A-22222"), desk.id(agency));
    expect(await leave("council")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await leave("police")).toMatchObject({ errors: [{ field: "form" }] });
  });

  test("by its end, for good, with a reason", async () => {
    const terminate = async (reason: string) =>
      terminateAgreement(desk.deps, keeper, await read("A-22222"), reason);
    expect(await terminate(" ")).toMatchObject({ errors: [{ field: "reason" }] });
    expect(await terminate("The partnership was dissolved.")).toEqual({ ok: true });
    expect(await found("Council officer")).toEqual(shut("terminated"));
    expect(await terminate("Again.")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await sign("A-22222", "council")).toMatchObject({ errors: [{ field: "form" }] });
    const [event] = await desk.auditOf("agreement.terminate");
    expect(JSON.stringify(event)).not.toContain("dissolved");
  });

  test("an agency that was never party to any is told that", async () => {
    expect((await found("Far officer")).standing).toEqual({ isLive: false, agreement: null });
  });
});

test("what lapsed or is due stands first, and a keeper sees what an agreement opens and what was done with it", async () => {
  await desk.agreement("A-33333", ["police", "council"], { reviewBy: addDays(desk.today, 60) });
  await desk.agreement("A-44444", ["police", "council"], { reviewBy: addDays(desk.today, -1) });
  await desk.agreement("A-55555", ["police", "council"]);
  await terminateAgreement(desk.deps, keeper, await read("A-55555"), "No need.");
  const drafted = await draft();
  const rows = await withActor(desk.db, keeper, (tx) =>
    listAgreements(tx, desk.today, { limit: 10, offset: 0 }),
  );
  expect(rows.map(({ reference, signed, parties }) => [reference, signed, parties])).toEqual([
    ["A-44444", 2, 2],
    ["A-33333", 2, 2],
    [drafted, 0, 3],
    ["A-22222", 3, 3],
    ["A-55555", 2, 2],
  ]);
  const view = async (reference: string) =>
    viewAgreement(desk.deps, await desk.as("Administrator"), reference);
  expect((await view("A-22222"))?.groups).toEqual([{ code: "PA", name: "Group PA" }]);
  expect((await view("A-44444"))?.groups.map(({ code }) => code)).toEqual(["PA", "PB"]);
  expect((await view(drafted))?.acts).toMatchObject([{ action: "agreement.draft", name: "Records" }]);
  expect(await view("A-99999")).toBeNull();
});

test("is for those who keep agreements alone", async () => {
  const reference = await draft();
  const seen = await read(reference);
  const before = await desk.actions();
  const keepers = ["administrator", "records"];
  for (const role of roles.filter((one) => !keepers.includes(one))) {
    const actor: Actor = { ...keeper, roles: [{ role, area: "force", agencyId: desk.id("council") }] };
    const wanted = { text: textOf(), partyIds: ids("police", "youth") };
    for (const attempt of [
      () => draftAgreement(desk.deps, actor, wanted),
      () => changeAgreement(desk.deps, actor, seen, wanted),
      () => terminateAgreement(desk.deps, actor, seen, "No."),
      () => viewAgreement(desk.deps, actor, reference),
    ])
      await expect(attempt(), role).rejects.toThrow("agreement:keep");
  }
  expect(await desk.actions()).toEqual(before);
  expect(await desk.db.$count(agreementParties)).toBe(6);
});
