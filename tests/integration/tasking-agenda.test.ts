import { and, asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WantedCall } from "#app/domain/tasking/calling.ts";
import { callMeeting } from "#app/services/tasking/call-meeting.server.ts";
import { cancelTaskingMeeting } from "#app/services/tasking/cancel-meeting.server.ts";
import { changeMeetingDetails } from "#app/services/tasking/change-meeting-details.server.ts";
import { openMeeting } from "#app/services/tasking/open-meeting.server.ts";
import { renewAgenda } from "#app/services/tasking/renew-agenda.server.ts";
import { addItem, changeItem, removeItem, type ItemToAdd } from "#app/services/tasking/write-item.server.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { addDays } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import { startSmtpPeer } from "#tests/support/smtp-peer.ts";
import { mailDeps, smtpTo } from "./mail-outbox.ts";
import { openTaskingDesk, type TaskingDesk, type TaskingPerson } from "./tasking-desk.ts";

let desk: TaskingDesk;
beforeAll(async () => {
  desk = await openTaskingDesk();
  await desk.priority("P-22222", "n1");
  await desk.priority("P-33333", "n2", { state: "outcome-reported" });
  await desk.priority("P-44444", "n3");
  await desk.priority("P-55555", "n2", { slot: null, state: "signed-off" });
  await desk.action(1, { dueOn: addDays(desk.today, -3) });
  await desk.action(2, { agency: "housing" });
  await desk.action(3, { state: "rejected", result: "Not ours to do.", closedAt: desk.now });
  await desk.action(4, {
    state: "done",
    result: "Done.",
    closedAt: desk.now,
    publicLine: "The lights are repaired.",
    publicLineState: "proposed",
  });
});
afterAll(() => desk.close());

const deps = () => ({ ...desk.deps, publicUrl: "https://sn.example" });
const inDays = (days: number, hours = 0) =>
  new Date(desk.now.getTime() + days * 86_400_000 + hours * 3_600_000);
const wanted = (change: Partial<WantedCall> = {}): WantedCall => ({
  startsAt: inDays(30),
  endsAt: inDays(30, 2),
  place: "Town hall",
  joining: "",
  chairId: desk.id("Chair"),
  ...change,
});
const call = async (name: TaskingPerson, change: Partial<WantedCall> = {}, code = "PA") =>
  callMeeting(deps(), await desk.as(name), code, wanted(change));
const called = async (name: TaskingPerson = "Chair") => {
  const made = await call(name);
  if (made?.ok !== true) throw new Error(JSON.stringify(made));
  return made.reference;
};
const meetingOf = async (reference: string) => {
  const found = await desk.db.query.taskingMeetings.findFirst({
    where: (t, { eq: is }) => is(t.reference, reference),
  });
  if (found === undefined) throw new Error("There is no such meeting.");
  return found;
};
const itemsOf = async (reference: string) =>
  desk.db
    .select()
    .from(schema.taskingItems)
    .where(eq(schema.taskingItems.meetingId, (await meetingOf(reference)).id))
    .orderBy(asc(schema.taskingItems.section), asc(schema.taskingItems.position));
const carriedOf = async (reference: string) =>
  (
    await desk.db
      .select({ number: schema.taskingActions.number, outcome: schema.taskingCarried.outcome })
      .from(schema.taskingCarried)
      .innerJoin(schema.taskingActions, eq(schema.taskingActions.id, schema.taskingCarried.actionId))
      .where(eq(schema.taskingCarried.meetingId, (await meetingOf(reference)).id))
      .orderBy(asc(schema.taskingActions.number))
  ).map(({ number, outcome }) => [number, outcome]);

describe("calling a meeting", () => {
  test("by a chair who is a partner: its number, its agenda, and a mail to each with a seat", async () => {
    await desk.db.delete(schema.messages);
    const reference = await called();
    const meeting = await meetingOf(reference);
    expect(meeting).toMatchObject({ state: "called", sequence: 0, marking: "official-sensitive" });
    expect(meeting.number).toBeGreaterThan(1);

    const mails = await desk.mails();
    expect(mails.map(({ accountId }) => accountId).sort()).toEqual(
      ["Chair", "Inspector", "Sergeant", "Council officer", "Housing officer"].map(desk.id).sort(),
    );
    for (const { subject, body, calendar } of mails) {
      expect(subject).toBe("You are asked to a joint tasking meeting");
      expect(calendar).toContain("METHOD:REQUEST");
      expect(`${subject} ${body} ${calendar}`).not.toMatch(/Speeding|lights|P-22222/);
    }
    const bodyTo = (name: TaskingPerson) => mails.find(({ accountId }) => accountId === desk.id(name))?.body;
    expect(bodyTo("Sergeant")).toContain(`https://sn.example/staff/tasking/meetings/${reference}`);
    expect(bodyTo("Council officer")).toContain(`https://sn.example/partners/meetings/${reference}`);

    const items = await itemsOf(reference);
    expect(
      items
        .filter(({ section }) => section === "priorities")
        .map(({ priorityId, priorityReason }) => [priorityId, priorityReason]),
    ).toEqual([
      [desk.id("P-33333"), "feedback-due"],
      [desk.id("P-22222"), "progress"],
    ]);
    expect(items.find(({ section }) => section === "carried")?.brief).toContain(
      "3 actions to say something of. 1 of them is late. 1 was declined",
    );
    expect(await carriedOf(reference)).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    expect((await desk.auditOf("tasking.call")).at(-1)?.details).toMatchObject({ asked: 5 });
  });

  test.each<[TaskingPerson, Partial<WantedCall>, string]>([
    ["Sergeant", {}, "form"],
    ["Analyst", {}, "form"],
    ["Chair", { place: "" }, "place"],
    ["Inspector", { startsAt: new Date(0) }, "startsAt"],
  ])("by %s with %o is refused at %s", async (name, change, field) => {
    const before = await desk.db.$count(schema.taskingMeetings);
    expect(await call(name, change)).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field })]) as unknown,
    });
    expect(await desk.db.$count(schema.taskingMeetings)).toBe(before);
  });

  test("is not there for whoever does not read the group, nor for a chair whose agreement has lapsed", async () => {
    expect(await call("Far officer")).toBeNull();
    expect(await call("Council officer")).toBeNull();
    await desk.lapse();
    expect(await call("Chair")).toBeNull();
    expect(await call("Inspector")).toMatchObject({ ok: true });
    await desk.renew();
  });

  test("two at once take two numbers", async () => {
    const [one, other] = await Promise.all([called("Chair"), called("Inspector")]);
    expect((await meetingOf(one)).number).not.toBe((await meetingOf(other)).number);
  });
});

describe("the mail with its calendar file", () => {
  test("arrives as a part that calendar programs act on", async () => {
    await desk.db.delete(schema.messages);
    await called();
    const peer = await startSmtpPeer();
    await deliverMail(mailDeps(desk.db, smtpTo(peer.url), inDays(0, 1)));
    await peer.close();
    expect(peer.received).toHaveLength(5);
    for (const { mail } of peer.received) {
      const [file] = mail.attachments;
      expect(file?.contentType).toBe("text/calendar");
      expect(file?.content.toString()).toContain("METHOD:REQUEST");
      expect(file?.content.toString()).toMatch(/ATTENDEE/);
      expect(mail.text).toContain("You are asked to a joint tasking meeting");
    }
    expect((await desk.mails()).every(({ status }) => status === "sent")).toBe(true);
  });
});

describe("moving and cancelling", () => {
  test("another time raises the sequence and is told; another chair alone is not", async () => {
    const reference = await called();
    await desk.db.delete(schema.messages);
    const { version } = await meetingOf(reference);
    const moved = wanted({ startsAt: inDays(31), endsAt: inDays(31, 1) });
    expect(await changeMeetingDetails(deps(), await desk.as("Chair"), { reference, version }, moved)).toEqual(
      {
        ok: true,
      },
    );
    expect(await meetingOf(reference)).toMatchObject({
      sequence: 1,
      startsAt: moved.startsAt,
      version: version + 1,
    });
    const mails = await desk.mails();
    expect(mails).toHaveLength(5);
    expect(mails[0]?.calendar).toContain("SEQUENCE:1");
    expect(
      await changeMeetingDetails(deps(), await desk.as("Chair"), { reference, version }, moved),
    ).toMatchObject({
      errors: [{ field: "form" }],
    });
    const other = { ...moved, chairId: desk.id("Inspector") };
    await changeMeetingDetails(
      deps(),
      await desk.as("Inspector"),
      { reference, version: version + 1 },
      other,
    );
    expect(await meetingOf(reference)).toMatchObject({ sequence: 1, chairId: desk.id("Inspector") });
    expect(await desk.mails()).toHaveLength(5);
  });

  test("a cancelled one says why on its page, and its file takes it out of calendars", async () => {
    const reference = await called();
    await desk.db.delete(schema.messages);
    const { version } = await meetingOf(reference);
    const cancel = async (name: TaskingPerson, reason: string) =>
      cancelTaskingMeeting(deps(), await desk.as(name), { reference, version }, reason);
    expect(await cancel("Sergeant", "The hall is flooded.")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await cancel("Chair", " ")).toMatchObject({ errors: [{ field: "reason" }] });
    expect(await cancel("Chair", "The hall is flooded.")).toEqual({ ok: true });
    expect(await meetingOf(reference)).toMatchObject({ state: "cancelled", sequence: 1 });
    for (const { body, calendar } of await desk.mails()) {
      expect(calendar).toContain("METHOD:CANCEL");
      expect(body).not.toContain("flooded");
    }
    expect(await openMeeting(deps(), await desk.as("Chair"), reference)).toMatchObject({ ok: false });
  });
});

describe("the agenda while the meeting is called", () => {
  const item = (change: Partial<ItemToAdd> = {}): ItemToAdd => ({
    section: "analysis",
    title: "Bikes on the rec",
    brief: "Twelve calls in a month, all after school.",
    feedbackLine: "",
    marking: "official-sensitive",
    ...change,
  });

  test("renews itself and keeps what people wrote", async () => {
    const reference = await called();
    expect(await addItem(deps(), await desk.as("Analyst"), reference, item())).toEqual({ ok: true });
    expect(
      await addItem(deps(), await desk.as("Analyst"), reference, item({ section: "bids" })),
    ).toMatchObject({
      errors: [{ field: "form" }],
    });
    const changed = (await itemsOf(reference)).find(({ priorityId }) => priorityId === desk.id("P-22222"));
    const { id = "", version = 0 } = changed ?? {};
    const words = { title: "Ours", brief: "Our own words.", feedbackLine: "The sergeant writes on Friday." };
    const change = { id, version, ...words, marking: "official" as const };
    expect(await changeItem(deps(), await desk.as("Sergeant"), reference, change)).toEqual({ ok: true });
    expect(await changeItem(deps(), await desk.as("Sergeant"), reference, change)).toMatchObject({
      ok: false,
    });

    await desk.priority("P-66666", "n1", { slot: 2 });
    await desk.action(5);
    await desk.db
      .update(schema.priorities)
      .set({ state: "signed-off", slot: null })
      .where(eq(schema.priorities.reference, "P-33333"));
    await renewAgenda(deps(), await desk.as("Analyst"), reference);
    expect((await itemsOf(reference)).some(({ priorityId }) => priorityId === desk.id("P-66666"))).toBe(
      false,
    );
    await renewAgenda(deps(), await desk.as("Sergeant"), reference);
    const items = await itemsOf(reference);
    const titles = items.filter(({ section }) => section === "priorities").map(({ title }) => title);
    expect(titles).toEqual(["Ours", "Speeding P-66666"]);
    expect(items.find((one) => one.id === id)).toMatchObject(words);
    expect(items.find(({ section, isStanding }) => section === "analysis" && !isStanding)?.title).toBe(
      "Bikes on the rec",
    );
    expect((await carriedOf(reference)).map(([number]) => number)).toContain(5);
    const before = (await itemsOf(reference)).map((one) => JSON.stringify(one));
    await renewAgenda(deps(), await desk.as("Sergeant"), reference);
    expect((await itemsOf(reference)).map((one) => JSON.stringify(one))).toEqual(before);
  });

  test("refuses what belongs elsewhere, and what nobody there may write", async () => {
    const reference = await called();
    const add = async (name: TaskingPerson, change: Partial<ItemToAdd> = {}) =>
      addItem(deps(), await desk.as(name), reference, item(change));
    expect(await add("Sergeant", { brief: "For MARAC: her case." })).toMatchObject({
      errors: [{ field: "brief" }],
    });
    expect(await add("Sergeant", { title: " " })).toMatchObject({ errors: [{ field: "title" }] });
    for (const name of ["Constable", "Chief officer"] as const)
      expect(await add(name), name).toMatchObject({ errors: [{ field: "form" }] });
    for (const name of ["Council officer", "Far officer"] as const) expect(await add(name), name).toBeNull();
  });

  test("an item is taken off while nothing was written down of it; a standing one stays", async () => {
    const reference = await called();
    const sergeant = await desk.as("Sergeant");
    await addItem(deps(), sergeant, reference, item({ title: "To be taken off" }));
    const own = (await itemsOf(reference)).find(({ isStanding }) => !isStanding)?.id ?? "";
    const standing = (await itemsOf(reference)).find(({ isStanding }) => isStanding)?.id ?? "";
    expect(await removeItem(deps(), sergeant, reference, standing)).toMatchObject({ ok: false });
    expect(await removeItem(deps(), sergeant, reference, own)).toEqual({ ok: true });
    expect(await removeItem(deps(), sergeant, reference, own)).toBeNull();
  });

  test("no longer renews once the meeting has begun; what was closed between the two is said at once", async () => {
    const reference = await called();
    await desk.action(6, {
      state: "done",
      result: "Done.",
      closedAt: desk.now,
      publicLine: "The wall is clean.",
      publicLineState: "proposed",
    });
    const meeting = await meetingOf(reference);
    await desk.db.insert(schema.taskingCarried).values({ meetingId: meeting.id, actionId: desk.id("PA-6") });
    expect(await openMeeting(deps(), await desk.as("Housing officer"), reference)).toBeNull();
    expect(await openMeeting(deps(), await desk.as("Sergeant"), reference)).toEqual({ ok: true });
    expect(await openMeeting(deps(), await desk.as("Sergeant"), reference)).toEqual({ ok: true });
    expect(await carriedOf(reference)).toContainEqual([6, "done"]);
    expect(await carriedOf(reference)).toContainEqual([1, null]);
    const entries = await desk.db
      .select()
      .from(schema.taskingEntries)
      .where(and(eq(schema.taskingEntries.meetingId, meeting.id), eq(schema.taskingEntries.kind, "moment")));
    expect(entries).toHaveLength(1);
    const before = await itemsOf(reference);
    await desk.action(7);
    await renewAgenda(deps(), await desk.as("Sergeant"), reference);
    expect(await itemsOf(reference)).toEqual(before);
    expect((await carriedOf(reference)).map(([number]) => number)).not.toContain(7);
  });
});
