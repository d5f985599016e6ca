import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { WantedCall } from "#app/domain/tasking/calling.ts";
import { deliverMail } from "#app/services/mail/deliver-mail.server.ts";
import { cancelTaskingMeeting } from "#app/services/tasking/cancel-meeting.server.ts";
import { changeMeetingDetails } from "#app/services/tasking/change-meeting-details.server.ts";
import { joinGroup } from "#app/services/tasking/join-group.server.ts";
import { leaveGroup } from "#app/services/tasking/leave-group.server.ts";
import { openMeeting } from "#app/services/tasking/open-meeting.server.ts";
import * as schema from "#db/schema/index.ts";
import { startSmtpPeer } from "#tests/support/smtp-peer.ts";
import { openCallingDesk, type CallingDesk } from "./calling-desk.ts";
import { mailDeps, smtpTo } from "./mail-outbox.ts";
import type { TaskingPerson } from "./tasking-desk.ts";

let desk: CallingDesk;
beforeAll(async () => {
  desk = await openCallingDesk();
});
afterAll(() => desk.close());

describe("calling a meeting", () => {
  test("by a chair who is a partner: its number, its agenda, and a mail to each with a seat", async () => {
    await desk.db.delete(schema.messages);
    const reference = await desk.called();
    const meeting = await desk.meetingOf(reference);
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

    const items = await desk.itemsOf(reference);
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
    expect(await desk.carriedOf(reference)).toEqual([
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
    expect(await desk.call(name, change)).toMatchObject({
      errors: expect.arrayContaining([expect.objectContaining({ field })]) as unknown,
    });
    expect(await desk.db.$count(schema.taskingMeetings)).toBe(before);
  });

  test("is not there for whoever does not read the group, nor for a chair whose agreement has lapsed", async () => {
    expect(await desk.call("Far officer")).toBeNull();
    expect(await desk.call("Council officer")).toBeNull();
    await desk.lapse();
    expect(await desk.call("Chair")).toBeNull();
    expect(await desk.call("Inspector")).toMatchObject({ ok: true });
    await desk.renew();
  });

  test("two at once take two numbers", async () => {
    const [one, other] = await Promise.all([desk.called("Chair"), desk.called("Inspector")]);
    expect((await desk.meetingOf(one)).number).not.toBe((await desk.meetingOf(other)).number);
    // The same form sent twice calls no second one.
    const { startsAt, endsAt, number } = await desk.meetingOf(one);
    expect(await desk.call("Chair", { startsAt, endsAt })).toMatchObject({
      errors: [{ field: "startsAt", message: expect.stringContaining(`PA/${number} `) as unknown }],
    });
  });

  test("tells nobody the way in whose agency shares nothing; whoever leaves, their calendar drops it", async () => {
    await desk.db.delete(schema.messages);
    await desk.lapse();
    const made = await desk.call("Inspector", { startsAt: desk.inDays(50), endsAt: desk.inDays(50, 1) });
    await desk.renew();
    expect((await desk.mails()).map(({ accountId }) => accountId).sort()).toEqual(
      ["Inspector", "Sergeant"].map(desk.id).sort(),
    );
    await desk.db.delete(schema.messages);
    const [seat] = await desk.db
      .select()
      .from(schema.taskingMembers)
      .where(eq(schema.taskingMembers.accountId, desk.id("Housing officer")));
    const left = await leaveGroup(desk.deps, await desk.as("Chair"), "PA", seat?.id ?? "");
    const lost = await desk.mails();
    expect(left).toEqual({ ok: true, withdrawn: lost.length });
    expect(made?.ok === true && lost.some(({ calendar }) => calendar?.includes(made.reference))).toBe(true);
    for (const { accountId, subject, calendar, body } of lost) {
      expect(accountId).toBe(desk.id("Housing officer"));
      expect(subject).toBe("You are no longer asked to a joint tasking meeting");
      expect(calendar).toContain("METHOD:CANCEL");
      expect(`${calendar} ${body}`).not.toContain("Town hall");
    }
    const joined = { accountId: desk.id("Housing officer"), position: "Tenancy officer" };
    expect(await joinGroup(desk.deps, await desk.as("Chair"), "PA", joined)).toEqual({ ok: true });
  });
});

describe("the mail with its calendar file", () => {
  test("arrives as a part that calendar programs act on", async () => {
    await desk.db.delete(schema.messages);
    await desk.called();
    const peer = await startSmtpPeer();
    await deliverMail(mailDeps(desk.db, smtpTo(peer.url), desk.inDays(0, 1)));
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
    const reference = await desk.called();
    await desk.db.delete(schema.messages);
    const { version } = await desk.meetingOf(reference);
    const moved = desk.wanted({ startsAt: desk.inDays(31), endsAt: desk.inDays(31, 1) });
    expect(
      await changeMeetingDetails(desk.deps, await desk.as("Chair"), { reference, version }, moved),
    ).toEqual({
      ok: true,
    });
    expect(await desk.meetingOf(reference)).toMatchObject({
      sequence: 1,
      startsAt: moved.startsAt,
      version: version + 1,
    });
    const mails = await desk.mails();
    expect(mails).toHaveLength(5);
    expect(mails[0]?.calendar).toContain("SEQUENCE:1");
    expect(
      await changeMeetingDetails(desk.deps, await desk.as("Chair"), { reference, version }, moved),
    ).toMatchObject({
      errors: [{ field: "form" }],
    });
    const other = { ...moved, chairId: desk.id("Inspector") };
    await changeMeetingDetails(
      desk.deps,
      await desk.as("Inspector"),
      { reference, version: version + 1 },
      other,
    );
    expect(await desk.meetingOf(reference)).toMatchObject({ sequence: 1, chairId: desk.id("Inspector") });
    expect(await desk.mails()).toHaveLength(5);
  });

  test("a cancelled one says why on its page, and its file takes it out of calendars", async () => {
    const reference = await desk.called();
    await desk.db.delete(schema.messages);
    const { version } = await desk.meetingOf(reference);
    const cancel = async (name: TaskingPerson, reason: string) =>
      cancelTaskingMeeting(desk.deps, await desk.as(name), { reference, version }, reason);
    expect(await cancel("Sergeant", "The hall is flooded.")).toMatchObject({ errors: [{ field: "form" }] });
    expect(await cancel("Chair", " ")).toMatchObject({ errors: [{ field: "reason" }] });
    expect(await cancel("Chair", "The hall is flooded.")).toEqual({ ok: true });
    expect(await desk.meetingOf(reference)).toMatchObject({ state: "cancelled", sequence: 1 });
    for (const { body, calendar } of await desk.mails()) {
      expect(calendar).toContain("METHOD:CANCEL");
      expect(body).not.toContain("flooded");
    }
    expect(await openMeeting(desk.deps, await desk.as("Chair"), reference)).toMatchObject({ ok: false });
  });
});
