import { testKeys as keys } from "#tests/support/listening-server.ts";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerThread } from "#app/services/thread/answer-thread.server.ts";
import { closeThread } from "#app/services/thread/close-thread.server.ts";
import { enterMessage } from "#app/services/thread/enter-message.server.ts";
import { redirectThread } from "#app/services/thread/redirect-thread.server.ts";
import { reopenThread } from "#app/services/thread/reopen-thread.server.ts";
import { tellDelay } from "#app/services/thread/tell-delay.server.ts";
import { viewThread } from "#app/services/thread/view-thread.server.ts";
import { enterResident } from "#app/services/resident/enter-resident.server.ts";
import { eraseResident } from "#app/services/resident/erase-resident.server.ts";
import { exportHeldData } from "#app/services/resident/export-held-data.server.ts";
import { findOwnThread, listOpenThreads } from "#db/queries/thread.ts";
import { auditEvents } from "#db/schema/index.ts";
import { withActor } from "#db/with-actor.ts";
import { now } from "./people-force.ts";
import { openThreadTest, type ThreadTest } from "./thread-people.ts";

let test: ThreadTest;
beforeEach(async () => {
  test = await openThreadTest();
});
afterEach(() => test.close());

const secret = "XANTHIPPE";
const answer = async (words = "On Friday at 6pm.", name = "Sergeant", hours = 1) =>
  answerThread(test.depsAt(hours), await test.staff(name), { ...(await test.at()), words });

describe("a message to the team", () => {
  it("is acknowledged at once, by mail too, and the sergeant is told", async () => {
    const sent = await test.send(`Please help ${secret}`);
    const thread = await test.thread();
    expect(sent).toEqual({ ok: true, reference: thread.reference });
    expect(thread).toMatchObject({ state: "acknowledged", level: "team", raisedBy: test.id("Resident") });
    expect(thread.reference).toMatch(/^T-\w{5}$/);
    const written = await test.entries();
    expect(written.map(({ kind, writer }) => [kind, writer])).toEqual([
      ["message", "resident"],
      ["acknowledgement", "platform"],
    ]);
    const [mail] = await test.mails();
    expect(mail).toMatchObject({ purpose: "thread-update", subject: "Update from your neighbourhood team" });
    expect(mail?.body).toContain("an answer by 10am on Friday 27 November");
    expect(await test.noticesOf("Sergeant")).toEqual([
      { kind: "new", line: expect.stringContaining(thread.reference) as string },
    ]);
    const told = JSON.stringify([
      await test.mails(),
      await test.noticesOf("Sergeant"),
      await test.db.select().from(auditEvents),
    ]);
    expect(told).not.toContain(secret);
    expect(await test.actions()).toEqual(["thread.send"]);
  });

  it("that points at an emergency is told to the contact centre, and the advice stands first", async () => {
    await test.account("Centre");
    await test.appoint("Centre", "contact-centre");
    await test.send("He has a knife and says he will kill her");
    expect(await test.noticesOf("Centre")).toMatchObject([{ kind: "escalated" }]);
    const note = (await test.entries()).find(({ kind }) => kind === "note");
    expect(note).toMatchObject({ writer: "platform", words: "emergency" });
  });

  it("keeps its 72 hours over the change of the clocks", async () => {
    await test.send("Before the clocks go forward", new Date("2027-03-26T17:00:00Z"));
    expect((await test.thread()).dueAt.toISOString()).toBe("2027-03-29T17:00:00.000Z");
    // An hour later on the clock in London: 6pm in summer time.
    expect((await test.mails())[0]?.body).toContain("by 6pm on Monday 29 March");
  });

  it("is limited to ten a day", async () => {
    for (let sent = 0; sent < 10; sent += 1) expect((await test.send()).ok).toBe(true);
    expect(await test.send()).toMatchObject({ ok: false, kind: "too-many" });
  });

  it("is written down for somebody whom staff entered, and only where they work", async () => {
    const sergeant = await test.staff("Sergeant");
    const neighbourhoodId = test.id("n1");
    const resident = await enterResident(test.deps, sergeant, {
      neighbourhoodId,
      connection: "live",
      ageBand: "18+",
    });
    const reference = resident.ok ? resident.reference : "";
    const enter = (wanted: { neighbourhoodId?: string; residentReference: string | null }) =>
      enterMessage(test.depsAt(0), sergeant, { neighbourhoodId, words: "By telephone", ...wanted });
    expect(await enter({ residentReference: "R-2222" })).toMatchObject({ errors: [{ field: "resident" }] });
    expect(await enter({ residentReference: null, neighbourhoodId: test.id("n4") })).toMatchObject({
      errors: [{ field: "slug" }],
    });
    expect(await enter({ residentReference: reference.toLowerCase() })).toMatchObject({ ok: true });
    const thread = await test.thread();
    expect(thread.enteredBy).toBe(sergeant.accountId);
    expect(thread.raisedBy).not.toBeNull();
    expect(await test.mails()).toEqual([]);
  });
});

describe("the team", () => {
  beforeEach(async () => {
    await test.send();
  });

  it("answers, once, and the mail leads there without the words", async () => {
    expect(await answer(`The answer is ${secret}`)).toEqual({ ok: true });
    expect(await test.thread()).toMatchObject({ state: "answered", version: 2 });
    const mail = (await test.mails()).at(-1);
    expect(mail?.body).toContain(`/account/threads/${(await test.thread()).reference}`);
    expect(mail?.body).not.toContain(secret);
    expect((await answer()).ok).toBe(false);
  });

  it("does not write over what somebody else did meanwhile", async () => {
    const at = await test.at();
    const two = await Promise.all(
      (["Sergeant", "Constable"] as const).map(async (name) =>
        answerThread(test.depsAt(1), await test.staff(name), { ...at, words: `From ${name}` }),
      ),
    );
    expect(two.filter(({ ok }) => ok)).toHaveLength(1);
    expect(two.find(({ ok }) => !ok)).toMatchObject({
      errors: [{ field: "form", message: expect.stringContaining("Somebody else") as string }],
    });
    expect((await test.entries()).filter(({ kind }) => kind === "answer")).toHaveLength(1);
  });

  it("tells an honest delay once, in time, with a reason and a later day", async () => {
    const delay = async (until: string, reason = "The officer is on leave", hours = 1) =>
      tellDelay(test.depsAt(hours), await test.staff("Constable"), {
        ...(await test.at()),
        until,
        reason,
      });
    expect(await delay("2026-11-26")).toMatchObject({ errors: [{ field: "until" }] });
    expect(await delay("2026-12-01", " ")).toMatchObject({ errors: [{ field: "reason" }] });
    expect(await delay("2026-12-01", "Late", 80)).toMatchObject({ errors: [{ field: "form" }] });
    expect(await delay("2026-12-01")).toEqual({ ok: true });
    expect((await test.thread()).delayedUntil?.toISOString()).toBe("2026-12-02T00:00:00.000Z");
    expect((await test.mails()).at(-1)?.body).toContain("by the end of Tuesday 1 December");
    expect((await delay("2026-12-03")).ok).toBe(false);
    await test.keep(100);
    expect((await test.thread()).missedAt, "the new date counts").toBeNull();
    await test.keep(200);
    expect((await test.thread()).missedAt).not.toBeNull();
  });

  it("redirects in plain words, which settles the promise", async () => {
    const redirected = await redirectThread(test.depsAt(1), await test.staff("Sergeant"), {
      ...(await test.at()),
      words: "The council looks after street lights.",
    });
    expect(redirected).toEqual({ ok: true });
    await test.keep(100);
    expect(await test.thread()).toMatchObject({ state: "redirected", missedAt: null });
  });

  it("closes what is answered, and nothing else", async () => {
    const close = async () =>
      closeThread(test.depsAt(2), { actor: await test.staff("Sergeant"), by: "staff" }, await test.at());
    expect((await close()).ok).toBe(false);
    await answer();
    expect(await close()).toEqual({ ok: true });
  });

  it("of another place neither reads nor answers it, and whoever reads it is recorded", async () => {
    await test.account("Stranger");
    await test.appoint("Stranger", "constable", { kind: "neighbourhood", areaId: test.id("n4") });
    const stranger = await test.staff("Stranger");
    const { id } = await test.thread();
    expect(await viewThread(test.deps, stranger, id)).toBeNull();
    expect((await answer("Mine?", "Stranger")).ok).toBe(false);
    expect(await viewThread(test.deps, await test.staff("Constable"), id)).toMatchObject({
      thread: { id },
    });
    expect(await test.actions()).toEqual(["thread.send", "thread.read"]);
  });

  it("sees its own and late ones first", async () => {
    await test.send("Another");
    const [first, second] = await test.db.query.threads.findMany();
    const sergeant = await test.staff("Sergeant");
    const ids = [first?.id ?? "", second?.id ?? ""];
    await test.db.execute(
      `update threads set level = 'inspector', due_at = due_at - interval '9 days' where id = '${ids[0]}'`,
    );
    const listed = await withActor(test.db, sergeant, (tx) =>
      listOpenThreads(
        tx,
        { isForce: false, neighbourhoodIds: [test.id("n1")], agencyIds: [], accountId: null },
        ["team", "sergeant"],
        { limit: 10, offset: 0 },
      ),
    );
    expect(listed.map(({ thread }) => thread.id)).toEqual([ids[1], ids[0]]);
  });
});

describe("whoever wrote", () => {
  beforeEach(async () => {
    await test.send(`About ${secret}`);
  });

  it("opens it again with a new promise, and closes it", async () => {
    const resident = { actor: await test.resident(), by: "resident" } as const;
    await answer();
    expect(await reopenThread(test.depsAt(50), resident, { ...(await test.at()), words: "Not yet" })).toEqual(
      { ok: true },
    );
    const thread = await test.thread();
    expect(thread).toMatchObject({ state: "reopened", level: "team", answeredAt: null });
    expect(thread.dueAt).toEqual(test.depsAt(50 + 72).now);
    expect(await test.noticesOf("Sergeant")).toHaveLength(2);
    expect(await closeThread(test.depsAt(60), resident, await test.at())).toEqual({ ok: true });
    await test.keep(500);
    expect((await test.thread()).missedAt, "nothing is owed any more").toBeNull();
  });

  it("alone reads and changes it", async () => {
    const other = await test.actor("Other", "resident");
    const { reference } = await test.thread();
    const found = await withActor(test.db, other, (tx) => findOwnThread(tx, test.id("Other"), reference));
    expect(found).toBeNull();
    expect((await closeThread(test.depsAt(1), { actor: other, by: "resident" }, await test.at())).ok).toBe(
      false,
    );
  });

  it("is given a copy of it, and erased from it", async () => {
    const resident = await test.resident();
    expect(JSON.stringify(await exportHeldData({ ...test.deps, keys }, resident))).toContain(secret);
    expect(await eraseResident({ db: test.db, now, keys }, resident, "asked")).toBe(true);
    expect(await test.thread()).toMatchObject({ state: "closed", raisedBy: null });
    expect((await test.entries()).map(({ words, writerId }) => [words, writerId])).toEqual([
      [null, null],
      [null, null],
    ]);
    const [row] = await test.db.select().from(auditEvents).where(eq(auditEvents.action, "thread.send"));
    expect(JSON.stringify(row)).not.toContain(secret);
  });
});
