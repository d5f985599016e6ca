import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { visitor, type Actor } from "#app/domain/actor.ts";
import type { ReportableKind } from "#app/domain/page-report/page-report.ts";
import { appeal } from "#app/services/page-report/appeal.server.ts";
import { decideAppeal } from "#app/services/page-report/decide-appeal.server.ts";
import { findItem } from "#app/services/page-report/find-item.server.ts";
import { keep } from "#app/services/page-report/keep.server.ts";
import { reportPage } from "#app/services/page-report/report-page.server.ts";
import { takeDown } from "#app/services/page-report/take-down.server.ts";
import { takeDownItem } from "#app/services/page-report/take-down-item.server.ts";
import { heldPageReports } from "#db/queries/held-data-page-report.ts";
import { findPageReport, listOwnReports, listWaitingReports } from "#db/queries/page-report.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { putReportable } from "./page-report-things.ts";
import { now, openPeopleTest, type PeopleTest } from "./people-force.ts";

const hourMs = 3_600_000;
const publicUrl = "https://example.org";
const words = "It shows my house: CANARY";

let force: PeopleTest;
beforeAll(async () => {
  force = await openPeopleTest();
  await force.account("Archer", { person: "Archer" });
  for (const name of ["Other", "Commander", "Moderator", "Writer"]) await force.account(name);
  await force.account("Resident", { kind: "resident" });
  await force.appoint("Commander", "commander");
});
afterAll(() => force.close());
beforeEach(() => putReportable(force));

const as = (name: string, role: Role, places: readonly string[] = ["n1"]): Actor => ({
  kind: role === "resident" ? "resident" : "staff",
  accountId: force.id(name),
  sessionId: null,
  requestId: null,
  roles: [{ role, area: { neighbourhoodIds: places.map(force.id) }, agencyId: null }],
});
const sergeant = () => as("Archer", "sergeant");
const deps = (hours = 0) => ({ db: force.db, now: new Date(now.getTime() + hours * hourMs), publicUrl });
const references = { concern: "C-22222", priority: "P-22222", meeting: "M-22222" } as const;

async function report(kind: ReportableKind = "concern", actor: Actor = visitor()): Promise<string> {
  const item = { kind, id: force.id(kind) };
  const sent = await reportPage({ ...deps(), clientKey: "client" }, actor, {
    item,
    problem: "personal",
    words,
  });
  if (!sent.ok) throw new Error("The report was refused.");
  return sent.reference;
}
const stateOf = async (reference: string) => (await findPageReport(force.db, reference))?.state;
const isDown = async (kind: ReportableKind = "concern") =>
  (await findItem(force, kind, references[kind]))?.takenDownAt != null;
const fieldOf = (result: { ok: true } | { ok: false; errors: readonly { field: string }[] }) =>
  result.ok ? "done" : result.errors[0]?.field;

describe("reporting", () => {
  test("needs no account; whoever answers for the neighbourhood is told, in our words", async () => {
    const reference = await report();
    expect(await findPageReport(force.db, reference)).toMatchObject({
      state: "received",
      reportedBy: null,
      words,
      path: "/concerns/C-22222",
      dueAt: new Date(now.getTime() + 48 * hourMs),
    });
    const notices = await force.db.select().from(schema.staffNotices);
    expect(notices).toMatchObject([
      { accountId: force.id("Archer"), path: `/staff/page-reports/${reference}` },
    ]);
    expect(await force.actions()).toContain("page.report");
    expect(JSON.stringify([notices, await force.db.select().from(schema.auditEvents)])).not.toContain(
      "CANARY",
    );
  });

  test("is limited by client", async () => {
    for (let sent = 0; sent < 10; sent += 1) await report();
    const item = { kind: "concern", id: force.id("concern") } as const;
    const last = await reportPage({ ...deps(), clientKey: "client" }, visitor(), {
      item,
      problem: "other",
      words,
    });
    expect(last).toMatchObject({ ok: false, retryAfterSeconds: 3_600 });
  });

  test("is of something public only", async () => {
    await force.db.update(schema.concerns).set({ publishedAt: null, state: "triage" });
    expect(await findItem(force, "concern", "C-22222")).toBeNull();
    expect(await findItem(force, "thread", "C-22222")).toBeNull();
    expect(await findItem(force, "meeting", "m 22222")).toMatchObject({ title: "Tea" });
  });
});

describe.each(["concern", "priority", "meeting"] as const)("a %s", (kind) => {
  test("is taken down at once, and put back on appeal by somebody else", async () => {
    const reference = await report(kind);
    expect(fieldOf(await takeDown(deps(1), sergeant(), { reference, reason: "personal" }))).toBe("done");
    expect([await stateOf(reference), await isDown(kind)]).toEqual(["taken-down", true]);
    expect(fieldOf(await appeal(deps(2), sergeant(), reference))).toBe("done");
    const change = { outcome: "change", reason: "correct" } as const;
    expect(fieldOf(await decideAppeal(deps(3), as("Commander", "commander"), reference, change))).toBe(
      "done",
    );
    expect([await stateOf(reference), await isDown(kind)]).toEqual(["changed", false]);
    expect((await force.actions()).slice(-4)).toEqual([
      "page.report",
      "page.take-down",
      "page.appeal",
      "page.decide-appeal",
    ]);
  });

  test("is kept, and taken down on appeal", async () => {
    const reference = await report(kind);
    expect(fieldOf(await keep(deps(1), sergeant(), { reference, reason: "correct" }))).toBe("done");
    expect([await stateOf(reference), await isDown(kind)]).toEqual(["kept", false]);
    await appeal(deps(2), sergeant(), reference);
    const change = { outcome: "change", reason: "risk" } as const;
    await decideAppeal(deps(3), as("Commander", "commander"), reference, change);
    expect([await stateOf(reference), await isDown(kind)]).toEqual(["changed", true]);
  });

  test("is taken down without a report, once", async () => {
    const typed = references[kind].toLowerCase();
    const taken = await takeDownItem(deps(), sergeant(), { typed, reason: "court" });
    expect(taken.ok && (await stateOf(taken.report))).toBe("taken-down");
    expect(await isDown(kind)).toBe(true);
    expect(fieldOf(await takeDownItem(deps(), sergeant(), { typed, reason: "court" }))).toBe("reference");
  });
});

describe("who decides", () => {
  const roles: readonly [Role, boolean, boolean][] = [
    ["constable", false, false],
    ["sergeant", true, false],
    ["inspector", true, false],
    ["communications", true, false],
    ["moderator", true, true],
    ["commander", false, true],
    ["analyst", false, false],
    ["resident", false, false],
  ];
  test.each(roles)("%s decides: %s, hears an appeal: %s", async (role, decides, hears) => {
    const reference = await report();
    const actor = as("Other", role);
    const decided = await takeDown(deps(), actor, { reference, reason: "personal" });
    expect(decided.ok).toBe(decides);
    expect((await takeDownItem(deps(), actor, { typed: "M-22222", reason: "court" })).ok).toBe(decides);
    if (!decides) await takeDown(deps(), sergeant(), { reference, reason: "personal" });
    await appeal(deps(), sergeant(), reference);
    const hearer = { ...actor, accountId: force.id("Writer") };
    expect((await decideAppeal(deps(), hearer, reference, { outcome: "uphold" })).ok).toBe(hears);
  });

  test("not of another neighbourhood", async () => {
    const reference = await report();
    const other = as("Other", "sergeant", ["n4"]);
    expect(fieldOf(await keep(deps(), other, { reference, reason: "correct" }))).toBe("form");
    expect(fieldOf(await appeal(deps(), other, reference))).toBe("form");
    expect(fieldOf(await takeDownItem(deps(), other, { typed: "C-22222", reason: "court" }))).toBe(
      "reference",
    );
  });

  test("nobody hears the appeal against their own decision, the database included", async () => {
    const reference = await report();
    const moderator = as("Moderator", "moderator");
    await takeDown(deps(), moderator, { reference, reason: "personal" });
    await appeal(deps(), sergeant(), reference);
    expect(fieldOf(await decideAppeal(deps(), moderator, reference, { outcome: "uphold" }))).toBe("form");
    await expect(
      force.db
        .update(schema.pageReports)
        .set({ appealDecidedBy: force.id("Moderator") })
        .where(eq(schema.pageReports.reference, reference)),
    ).rejects.toThrow();
    expect(await stateOf(reference)).toBe("appealed");
  });

  test("a reason of the other list decides nothing", async () => {
    const reference = await report();
    expect(fieldOf(await takeDown(deps(), sergeant(), { reference, reason: "correct" }))).toBe("reason");
    expect(fieldOf(await keep(deps(), sergeant(), { reference, reason: "personal" }))).toBe("reason");
    expect([await stateOf(reference), await isDown()]).toEqual(["received", false]);
  });

  test("what is down already is not kept for another report", async () => {
    const [first, second] = [await report(), await report()];
    await takeDown(deps(), sergeant(), { reference: first, reason: "personal" });
    expect(fieldOf(await keep(deps(), sergeant(), { reference: second, reason: "correct" }))).toBe("form");
    expect(fieldOf(await takeDown(deps(), sergeant(), { reference: second, reason: "risk" }))).toBe("done");
  });
});

describe("whoever reports signed in", () => {
  const resident = () => as("Resident", "resident");

  test("hears what was decided and may appeal, and nobody else", async () => {
    const reference = await report("concern", resident());
    await keep(deps(), sergeant(), { reference, reason: "nobody-named" });
    const [mail] = await force.db.select().from(schema.messages);
    expect(mail).toMatchObject({
      recipient: "resident@force.example",
      subject: "The page that you told us of",
    });
    expect(mail?.body).toContain("https://example.org/report-page/concern/C-22222");
    expect(mail?.body).not.toContain("CANARY");
    expect(fieldOf(await appeal(deps(), visitor(), reference))).toBe("form");
    expect(fieldOf(await appeal(deps(), as("Other", "resident"), reference))).toBe("form");
    expect(fieldOf(await appeal(deps(), resident(), reference))).toBe("done");
    const notices = await force.db.select().from(schema.staffNotices);
    expect(notices.map(({ accountId, kind }) => [accountId, kind])).toContainEqual([
      force.id("Commander"),
      "escalated",
    ]);
  });

  test("sees their own reports only", async () => {
    await report("concern", resident());
    const item = { kind: "concern", id: force.id("concern") } as const;
    const seenBy = (actor: Actor) =>
      withActor(force.db, actor, (tx) => listOwnReports(tx, force.id("Resident"), item, 5));
    expect(await seenBy(resident())).toHaveLength(1);
    expect(await seenBy(as("Other", "resident"))).toHaveLength(0);
    expect(await seenBy(visitor())).toHaveLength(0);
  });

  test("has it in what is held of them, until they are erased; the report stays", async () => {
    const reference = await report("concern", resident());
    const of = { accountId: force.id("Resident"), email: null, emailKey: null, voterKeys: [] };
    expect(await heldPageReports.read(force.db, of)).toMatchObject([{ reference, words }]);
    await heldPageReports.erase(force.db, of);
    expect(await findPageReport(force.db, reference)).toMatchObject({ reportedBy: null, words: null });
  });
});

test("the list shows what waits, the soonest due first, nobody's words, and only one's own", async () => {
  const scope = (place: string) => ({
    isForce: false,
    neighbourhoodIds: [force.id(place)],
    agencyIds: [],
    accountId: null,
  });
  const [first, second] = [await report("concern"), await report("meeting")];
  await force.db
    .update(schema.pageReports)
    .set({ dueAt: now })
    .where(eq(schema.pageReports.reference, second));
  const waiting = await listWaitingReports(force.db, [scope("n1"), scope("n2")], 5);
  expect(waiting.map(({ reference }) => reference)).toEqual([second, first]);
  expect(JSON.stringify(waiting)).not.toContain("CANARY");
  expect(await listWaitingReports(force.db, [scope("n4")], 5)).toEqual([]);
  expect(await listWaitingReports(force.db, [], 5)).toEqual([]);
});
