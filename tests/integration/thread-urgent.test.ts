import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "#app/domain/actor.ts";
import { keptSince, retentionSchedule } from "#app/domain/retention/schedule.ts";
import { acknowledgeMessage } from "#app/services/thread/acknowledge-message.server.ts";
import { answerThread } from "#app/services/thread/answer-thread.server.ts";
import { closeThread } from "#app/services/thread/close-thread.server.ts";
import { raiseThreadAlarms } from "#app/services/thread/raise-thread-alarms.server.ts";
import { redirectThread } from "#app/services/thread/redirect-thread.server.ts";
import { reopenThread } from "#app/services/thread/reopen-thread.server.ts";
import { eraseResident } from "#app/services/resident/erase-resident.server.ts";
import { storeContactCentre } from "#db/queries/contact-centre.ts";
import { disposals } from "#db/queries/retention.ts";
import { listThreadHandOffs } from "#db/queries/thread-urgent.ts";
import { countUrgent } from "#db/queries/urgent-count.ts";
import * as schema from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { testKeys as keys } from "#tests/support/listening-server.ts";
import { now } from "./people-force.ts";
import { openThreadTest, type ThreadTest } from "./thread-people.ts";

let test: ThreadTest;
let centre: Actor;
beforeEach(async () => {
  test = await openThreadTest();
  await test.account("Centre");
  await test.appoint("Centre", "contact-centre");
  centre = await test.actor("Centre");
});
afterEach(() => test.close());

const crime = "I was mugged near the XANTHIPPE";
const threat = "he has a knife";
const hour = 1;
const day = 24 * hour;
const signal = new AbortController().signal;
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const handOffs = () => test.db.select().from(schema.threadHandOffs).orderBy(schema.threadHandOffs.handedAt);
const alarmsAt = (minutes: number) => raiseThreadAlarms({ ...test.depsAt(minutes / 60), signal });
const wholeForce = { isForce: true, neighbourhoodIds: [], agencyIds: [], accountId: null };

async function acknowledge(forceReference = "26*512345", by = centre, hours = 0) {
  const [waiting] = (await handOffs()).filter(({ acknowledgedAt }) => acknowledgedAt === null);
  return acknowledgeMessage(test.depsAt(hours), by, { handOffId: waiting?.id ?? "", forceReference });
}

describe("a message that may be urgent", () => {
  it.each([
    ["an ordinary one is handed to nobody", "When is the next drop-in?", null, null],
    ["intelligence has another door, and nobody is woken", "my neighbour is dealing drugs", null, null],
    ["a crime has an hour", crime, "crime", 60],
    ["a threat to life has none", threat, "emergency", 0],
  ])("%s", async (_, words, route, minutes) => {
    await test.send(words);
    const expected = minutes === null ? [] : [{ route, alarmAt: later(minutes), acknowledgedAt: null }];
    expect(await handOffs()).toMatchObject(expected);
    const count = await withActor(test.db, centre, (tx) => countUrgent(tx, wholeForce, now));
    expect(count).toEqual({ waiting: expected.length, late: minutes === 0 ? 1 : 0 });
  });

  it("stands in the contact centre’s queue until it is acknowledged there, once", async () => {
    await test.send(crime);
    const queue = () => withActor(test.db, centre, (tx) => listThreadHandOffs(tx, wholeForce, 10));
    const { id, reference } = await test.thread();
    expect(await queue()).toMatchObject([{ threadId: id, reference, route: "crime" }]);
    for (const bad of ["", "he has a knife", "jo1@example.org"])
      expect(await acknowledge(bad)).toMatchObject({ errors: [{ field: "forceReference" }] });
    expect((await acknowledge("26*512345", await test.staff("Sergeant"))).ok).toBe(false);
    const both = await Promise.all([acknowledge(), acknowledge("26*512346")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await queue()).toEqual([]);
    expect(await test.actions()).toEqual(["thread.send", "thread.acknowledge"]);
    expect(await alarmsAt(90)).toBe(0);
  });

  it("alarms once, when the hour is over: the contact centre, by mail too, and the inspector", async () => {
    await withActor(test.db, centre, (tx) =>
      storeContactCentre(tx, { email: "centre@force.example", changedAt: now, changedBy: null }),
    );
    await test.send(crime);
    const atOnce = (await test.mails()).filter(({ purpose }) => purpose === "urgent-alarm");
    expect(atOnce).toMatchObject([{ recipient: "centre@force.example" }]);
    expect(atOnce[0]?.body).not.toMatch(/XANTHIPPE|mugged|crime|T-/i);
    await test.db.delete(schema.messages);
    await test.db.delete(schema.staffNotices);
    expect(await alarmsAt(59)).toBe(0);
    const runs = await Promise.all([60, 60, 61].map(alarmsAt));
    expect(runs.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await alarmsAt(90)).toBe(0);
    expect(await test.noticesOf("Centre")).toMatchObject([{ kind: "escalated" }]);
    expect(await test.noticesOf("Inspector")).toMatchObject([{ kind: "escalated" }]);
    const [mail, ...others] = (await test.mails()).filter(({ purpose }) => purpose === "urgent-alarm");
    expect(others).toEqual([]);
    expect(mail).toMatchObject({ recipient: "centre@force.example", subject: "Something waits for you" });
    expect(mail?.body).toContain("https://neighbourhoods.example/staff/urgent");
    expect(mail?.body).not.toMatch(/XANTHIPPE|mugged|crime|T-/i);
    expect(await test.actions()).toEqual(["thread.send", "thread.alarm"]);
  });

  it("alarms once more when a resident opens it again with such words", async () => {
    await test.send(crime);
    await acknowledge();
    await answerThread(test.depsAt(1), await test.staff("Sergeant"), {
      ...(await test.at()),
      words: "Call 101",
    });
    await reopenThread(
      test.depsAt(2),
      { actor: await test.resident(), by: "resident" },
      { ...(await test.at()), words: threat },
    );
    expect((await handOffs()).map(({ route }) => route)).toEqual(["crime", "emergency"]);
    expect(await alarmsAt(120)).toBe(1);
  });
});

describe("the words of an urgent message", () => {
  const rule = retentionSchedule.find(({ id }) => id === "urgent-messages");
  const disposedAt = async (hours: number) => {
    if (rule === undefined) throw new Error("There is no such rule.");
    const at = new Date(now.getTime() + hours * 3_600_000);
    const moment = { now: at, since: keptSince(rule, at) };
    const { count, dispose } = disposals["urgent-messages"];
    const counted = await count(test.db, moment);
    expect(await test.db.transaction((tx) => dispose(tx, moment, 10))).toBe(counted);
    return counted;
  };
  const redirect = async () =>
    redirectThread(test.depsAt(1), await test.staff("Sergeant"), {
      ...(await test.at()),
      words: "The contact centre has it. Call 101.",
    });
  const wordsOf = async (kind: string) => (await test.entries()).find((entry) => entry.kind === kind)?.words;

  it("go a week after they were acknowledged, not before; what the team said stays", async () => {
    await test.send(crime);
    await acknowledge();
    await redirect();
    expect(await disposedAt(7 * day)).toBe(0);
    expect(await disposedAt(7 * day + 1)).toBe(1);
    expect(await wordsOf("message")).toBeNull();
    expect(await wordsOf("redirect")).toContain("Call 101");
    expect(await disposedAt(7 * day + 2)).toBe(0);
  });

  it("stay while nobody has acknowledged them", async () => {
    await test.send(crime);
    await redirect();
    expect(await disposedAt(30 * day)).toBe(0);
  });

  it("stay while the team owes an answer", async () => {
    await test.send(crime);
    await acknowledge();
    expect(await disposedAt(30 * day)).toBe(0);
    await closeThread(test.depsAt(1), { actor: await test.resident(), by: "resident" }, await test.at());
    expect(await disposedAt(30 * day)).toBe(1);
  });

  it("of an ordinary message stay", async () => {
    await test.send();
    await redirect();
    expect(await disposedAt(30 * day)).toBe(0);
  });

  it("outlive the account of whoever wrote them until somebody has read them", async () => {
    await test.send(crime);
    await eraseResident({ db: test.db, now, keys }, await test.resident(), "asked");
    expect(await wordsOf("message")).toBe(crime);
    expect(await wordsOf("acknowledgement")).toBeNull();
    expect(await test.thread()).toMatchObject({ state: "closed", raisedBy: null });
    await acknowledge();
    expect(await disposedAt(7 * day + 1)).toBe(1);
    expect(await wordsOf("message")).toBeNull();
  });

  it("leave a note of the hand-off for two years", async () => {
    await test.send(crime);
    await acknowledge();
    const { dispose } = disposals["message-hand-offs"];
    const disposeSince = (since: Date) => test.db.transaction((tx) => dispose(tx, { since, now }, 10));
    expect(await disposeSince(now)).toBe(0);
    expect(await disposeSince(later(1))).toBe(1);
    expect(await test.db.$count(schema.threads, eq(schema.threads.raisedBy, test.id("Resident")))).toBe(1);
  });
});
