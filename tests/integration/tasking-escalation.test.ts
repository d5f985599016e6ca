import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#app/domain/team/day.ts";
import { sendNotices } from "#app/services/notice/send-notices.server.ts";
import { changeEscalation } from "#app/services/settings/change-escalation.server.ts";
import { escalateActions } from "#app/services/tasking/escalate-actions.server.ts";
import { readEscalation } from "#db/queries/escalation-setting.ts";
import * as schema from "#db/schema/index.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

const dayMs = 86_400_000;
const { signal } = new AbortController();

let desk: TaskingDesk;
beforeEach(async () => {
  desk = await openTaskingDesk();
});
afterEach(() => desk.close());

/** The hourly run, so many days from now. */
const runIn = (days: number) =>
  escalateActions({ db: desk.db, now: new Date(desk.now.getTime() + days * dayMs), signal });
const yesterday = () => addDays(desk.today, -1);

const people: readonly TaskingPerson[] = [
  "Chair",
  "Inspector",
  "Sergeant",
  "Council officer",
  "Second council officer",
  "Housing officer",
  "Chief officer",
];

/** Who was told since this was asked last: who, how, and where the link leads. */
async function told(): Promise<[name: string, kind: string, path: string][]> {
  const notices = await desk.db.select().from(schema.staffNotices);
  await desk.db.delete(schema.staffNotices);
  return notices
    .map(({ accountId, kind, path }): [string, string, string] => [
      people.find((name) => desk.id(name) === accountId) ?? accountId,
      kind,
      path,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

const rungsOf = async (actionId: string) =>
  (
    await desk.db
      .select()
      .from(schema.taskingEscalations)
      .where(eq(schema.taskingEscalations.actionId, actionId))
      .orderBy(schema.taskingEscalations.dueOn, schema.taskingEscalations.rung)
  ).map(({ dueOn, rung }) => [dueOn, rung]);

const lead = (agency: string, name: TaskingPerson) =>
  desk.db
    .insert(schema.agencyLeads)
    .values({ agencyId: desk.id(agency), accountId: desk.id(name), since: desk.now });

describe("rung by rung", () => {
  test("the owner, the agency’s lead, the chair and the deputy, the board: each once", async () => {
    const id = await desk.action(1, { owner: "Council officer", dueOn: yesterday() });
    await lead("council", "Second council officer");
    await desk.group("BO", { level: "board", isForce: true, chair: "Chief officer" });
    await runIn(0);
    expect(await told()).toEqual([["Council officer", "late", `/partners/asked/${id}`]]);
    for (const days of [0, 1, 5]) await runIn(days);
    expect(await told()).toEqual([]);
    await runIn(6);
    expect(await told()).toEqual([["Second council officer", "late", `/partners/asked/${id}`]]);
    await runIn(13);
    expect(await told()).toEqual([
      ["Chair", "escalated", `/staff/tasking/actions/${id}`],
      ["Inspector", "escalated", `/staff/tasking/actions/${id}`],
    ]);
    await runIn(27);
    await runIn(60);
    expect(await told()).toEqual([["Chief officer", "escalated", "/staff/tasking"]]);
    expect(await rungsOf(id)).toEqual([1, 2, 3, 4].map((rung) => [yesterday(), rung]));
    const audited = await desk.auditOf("tasking.escalate");
    expect(audited.map(({ details }) => details)).toEqual(
      (["owner", "lead", "chair", "board"] as const).map((rung) => ({
        rung,
        dueOn: yesterday(),
        told: rung === "chair" ? 2 : 1,
      })),
    );
    expect(audited.map(({ agencyId }) => agencyId)).toEqual(audited.map(() => desk.id("council")));
  });

  test("without an owner, whoever sits for the agency; without a seat, whoever speaks for it", async () => {
    await desk.action(1, { agency: "housing", dueOn: yesterday() });
    await runIn(0);
    expect((await told()).map(([name]) => name)).toEqual(["Housing officer"]);
    await desk.db.update(schema.taskingMembers).set({ leftAt: desk.now });
    await desk.action(2, { dueOn: yesterday() });
    await runIn(0);
    expect((await told()).map(([name]) => name)).toEqual([
      "Chair",
      "Council officer",
      "Second council officer",
    ]);
  });

  test("an officer’s own is opened where officers are", async () => {
    const id = await desk.action(1, { agency: "police", owner: "Sergeant", dueOn: yesterday() });
    await runIn(0);
    expect(await told()).toEqual([["Sergeant", "late", `/staff/tasking/actions/${id}`]]);
  });

  test("rungs that were missed are told together", async () => {
    const id = await desk.action(1, { owner: "Council officer", dueOn: addDays(desk.today, -7) });
    await lead("council", "Second council officer");
    await runIn(0);
    expect((await told()).map(([name]) => name)).toEqual(["Council officer", "Second council officer"]);
    expect(await rungsOf(id)).toHaveLength(2);
  });

  test("a day that is moved begins anew; what is closed is nobody’s to hear", async () => {
    const id = await desk.action(1, { owner: "Council officer", dueOn: yesterday() });
    await runIn(0);
    await desk.db.update(schema.taskingActions).set({ dueOn: addDays(desk.today, 3) });
    await runIn(3);
    expect(await told()).toHaveLength(1);
    await runIn(4);
    expect((await told()).map(([name]) => name)).toEqual(["Council officer"]);
    expect(await rungsOf(id)).toEqual([
      [yesterday(), 1],
      [addDays(desk.today, 3), 1],
    ]);
    await desk.db
      .update(schema.taskingActions)
      .set({ state: "withdrawn", result: "The rec is closed.", closedAt: desk.now });
    await runIn(40);
    expect(await told()).toEqual([]);
  });
});

test("an agency that shares no more hears nothing; the police do", async () => {
  const id = await desk.action(1, { owner: "Council officer", dueOn: addDays(desk.today, -14) });
  await desk.lapse();
  await runIn(0);
  expect((await told()).map(([name]) => name)).toEqual(["Inspector"]);
  expect(await rungsOf(id)).toEqual([[addDays(desk.today, -14), 3]]);
});

test("what was told by mail holds no content, and two processes tell it once", async () => {
  await desk.db.insert(schema.taskingActions).values(
    Array.from({ length: 230 }, (_, index) => ({
      groupId: desk.id("group PA"),
      number: index + 1,
      kind: "environmental" as const,
      task: "Repair the lights on the rec",
      agencyId: desk.id("housing"),
      position: "Caretaker",
      ownerId: desk.id("Housing officer"),
      dueOn: yesterday(),
      givenAt: desk.now,
      changedAt: desk.now,
    })),
  );
  await Promise.all([runIn(0), runIn(0)]);
  await runIn(0);
  expect(await desk.db.$count(schema.taskingEscalations)).toBe(230);
  expect(await desk.db.$count(schema.staffNotices)).toBe(230);
  const publicUrl = "https://neighbourhoods.example";
  await sendNotices({ db: desk.db, now: desk.now, publicUrl, signal });
  const [mail] = await desk.mails();
  expect(mail).toMatchObject({ recipient: "housing.officer@force.example", purpose: "staff-notice" });
  expect(mail?.body).toContain(`${publicUrl}/partners/asked/`);
  expect(mail?.body).toContain("Group PA: an action of yours was due on");
  expect(mail?.body).not.toMatch(/lights|Caretaker|PA-\d|\/staff\//);
});

describe("the next meeting", () => {
  const carried = () => desk.db.select().from(schema.taskingCarried);

  test("is told which actions the chair was told of", async () => {
    const id = await desk.action(1, { dueOn: addDays(desk.today, -13) });
    await runIn(0);
    expect(await carried()).toEqual([]);
    await runIn(1);
    expect(await carried()).toMatchObject([
      {
        meetingId: desk.id("J-22222"),
        actionId: id,
        outcome: null,
        note: expect.stringMatching(/^The chair was told on \d+ \w+ \d{4} that it is late$/) as string,
      },
    ]);
    const before = await carried();
    await runIn(2);
    expect(await carried()).toEqual(before);
  });

  test("keeps what it found of them", async () => {
    const id = await desk.action(1, { dueOn: addDays(desk.today, -20) });
    const found = { outcome: "goes-on", note: null, at: desk.now } as const;
    await desk.db
      .insert(schema.taskingCarried)
      .values({ meetingId: desk.id("J-22222"), actionId: id, ...found });
    await runIn(0);
    expect(await carried()).toMatchObject([found]);
  });
});

describe("by settings", () => {
  const shown = "1-7-14-28";
  const change = async (days: Parameters<typeof changeEscalation>[2]["days"], stamp = shown) =>
    changeEscalation(desk.deps, await desk.as("Administrator"), { days, shown: stamp });

  test("a rung at 0 is left out, and none at all when all are", async () => {
    await desk.action(1, { owner: "Council officer", dueOn: addDays(desk.today, -7) });
    await lead("council", "Second council officer");
    expect(await change({ owner: 0, lead: 0, chair: 0, board: 0 })).toEqual({ ok: true });
    await runIn(0);
    expect(await told()).toEqual([]);
    expect(await change({ owner: 0, lead: 7, chair: 14, board: 0 }, "0-0-0-0")).toEqual({ ok: true });
    await runIn(0);
    expect((await told()).map(([name]) => name)).toEqual(["Second council officer"]);
    expect(await readEscalation(desk.db)).toEqual({ owner: 0, lead: 7, chair: 14, board: 0 });
    expect((await desk.auditOf("setting.change")).map(({ details }) => details)).toEqual([
      { before: shown, after: "0-0-0-0" },
      { before: "0-0-0-0", after: "0-7-14-0" },
    ]);
  });

  test("refuses figures that turn the order round, and those that somebody changed meanwhile", async () => {
    expect(await change({ owner: 8, lead: 7, chair: 14, board: 28 })).toMatchObject({
      ok: false,
      errors: [{ field: "lead" }],
    });
    expect(await change({ owner: 2, lead: 7, chair: 14, board: 28 }, "9-9-9-9")).toMatchObject({
      ok: false,
      errors: [{ field: "form" }],
    });
    expect(await desk.auditOf("setting.change")).toEqual([]);
  });

  test("is nobody’s but an administrator’s", async () => {
    const days = { owner: 2, lead: 7, chair: 14, board: 28 };
    await expect(
      desk.as("Inspector").then((actor) => changeEscalation(desk.deps, actor, { days, shown })),
    ).rejects.toThrow("setting:change");
  });
});
