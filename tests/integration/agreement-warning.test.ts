import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { nameLead } from "#app/services/agency/name-lead.server.ts";
import { warnOfEnds } from "#app/services/agreement/warn-of-ends.server.ts";
import { agencyLeads, agreementWarnings, agreements, messages, staffNotices } from "#db/schema/index.ts";
import { openTaskingDesk, type TaskingDesk } from "./tasking-desk.ts";

let desk: TaskingDesk;
beforeAll(async () => {
  desk = await openTaskingDesk();
  await desk.db.delete(agreements);
});
afterAll(() => desk.close());
beforeEach(async () => {
  // Ends in 70 days, and covers the partnership of the desk's group.
  await desk.agreement("A-33333", ["police", "council"], {
    partnership: "P1",
    reviewBy: addDays(desk.today, 70),
  });
});
afterEach(async () => {
  for (const table of [agreementWarnings, agencyLeads, messages, staffNotices]) await desk.db.delete(table);
  await desk.db.delete(agreements);
});

const dayMs = 86_400_000;
/** Runs the task so many days before that end. */
const warn = (daysBefore: number) =>
  warnOfEnds({
    db: desk.db,
    now: new Date(desk.now.getTime() + (70 - daysBefore) * dayMs),
    publicUrl: "https://example.org",
    signal: new AbortController().signal,
  });
const sent = async () =>
  (await desk.db.select().from(agreementWarnings).orderBy(agreementWarnings.sentAt)).map(
    ({ daysBefore }) => daysBefore,
  );

test("sixty, thirty and seven days before, each once, however often the task runs", async () => {
  const warned: number[] = [];
  for (const days of [61, 60, 60, 59, 30, 29, 8, 7, 1, 0, -1]) warned.push(await warn(days));
  expect(warned).toEqual([0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0]);
  expect(await sent()).toEqual([60, 30, 7]);
  expect(await desk.auditOf("agreement.warn")).toHaveLength(3);
});

test("what was missed is sent late, but only the nearest", async () => {
  expect(await warn(5)).toBe(1);
  expect(await warn(4)).toBe(0);
  expect(await sent()).toEqual([7]);
});

test("two processes at one moment warn once", async () => {
  const warned = await Promise.all([warn(30), warn(30)]);
  expect(warned.reduce((sum, one) => sum + one, 0)).toBe(1);
});

test("of another end, once it was reviewed, anew; of a draft or one that was terminated, never", async () => {
  await warn(60);
  await desk.db.update(agreements).set({ reviewBy: addDays(desk.today, 69) });
  expect(await warn(60)).toBe(1);
  await desk.db.delete(agreementWarnings);
  await desk.db.update(agreements).set({ state: "draft" });
  expect(await warn(30)).toBe(0);
  await desk.db
    .update(agreements)
    .set({ state: "terminated", terminatedAt: desk.now, terminatedReason: "No need." });
  expect(await warn(30)).toBe(0);
});

test("keepers, the chair and deputy of what it opens and the parties’ leads are told, and nobody else", async () => {
  const administrator = await desk.as("Administrator");
  const lead = (code: string, name: string) =>
    nameLead(desk.deps, administrator, { code, accountId: desk.id(name) });
  await lead("council", "Council officer");
  await lead("housing", "Housing officer");
  await lead("far-council", "Far officer");
  await warn(60);
  const notices = await desk.db.select().from(staffNotices);
  expect(notices.map(({ accountId }) => accountId).sort()).toEqual(
    [desk.id("Administrator"), desk.id("Inspector"), desk.id("Records")].sort(),
  );
  for (const { accountId, line, path } of notices) {
    // The inspector is the deputy of the group that it opens.
    expect(path).toBe(accountId === desk.id("Inspector") ? "/staff/tasking" : "/staff/agreements/A-33333");
    expect(line).toContain("“Agreement A-33333” (A-33333) ends on");
  }
  const mails = await desk.mails();
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([
    "chair@force.example",
    "council.officer@force.example",
  ]);
  for (const { body } of mails) expect(body).toContain("https://example.org/partners");
});

test("of a party that nobody leads on, or whose lead has left, whoever speaks for it is told", async () => {
  const mailed = async () => (await desk.mails()).map(({ recipient }) => recipient).sort();
  const all = [
    "chair@force.example",
    "council.officer@force.example",
    "second.council.officer@force.example",
  ];
  await warn(60);
  expect(await mailed()).toEqual(all);
  await desk.db.delete(messages);
  await desk.db
    .insert(agencyLeads)
    .values({ agencyId: desk.id("council"), accountId: desk.id("Housing officer"), since: desk.now });
  await warn(30);
  expect(await mailed(), "the lead is of another agency now").toEqual(all);
});
