import { eq } from "drizzle-orm";
import { tmpdir } from "node:os";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answerThread } from "#app/services/thread/answer-thread.server.ts";
import { escalateThread } from "#app/services/thread/escalate-thread.server.ts";
import { runRetention } from "#app/services/retention/run-retention.server.ts";
import { threads } from "#db/schema/index.ts";
import { openThreadTest, type ThreadTest } from "./thread-people.ts";

let test: ThreadTest;
beforeEach(async () => {
  test = await openThreadTest();
  await test.send();
});
afterEach(() => test.close());

const escalate = async (hours: number) =>
  escalateThread(test.depsAt(hours), await test.resident(), await test.at());
const kinds = async (name: string) => (await test.noticesOf(name)).map(({ kind }) => kind);

it("a promise that was kept wakes nobody", async () => {
  await test.keep(72);
  expect(await test.thread()).toMatchObject({ missedAt: null, level: "team", version: 1 });
});

it("a broken one is told to the sergeant and the resident once, and to the inspector a day later", async () => {
  await Promise.all([test.keep(73), test.keep(73), test.keep(73)]);
  await test.keep(74);
  expect(await test.thread()).toMatchObject({ level: "sergeant", missedAt: test.depsAt(73).now });
  expect(await kinds("Sergeant")).toEqual(["new", "late"]);
  expect(await kinds("Inspector")).toEqual([]);
  expect(await test.mails()).toHaveLength(2);
  expect((await test.mails())[1]?.body).toContain("You can take your message to the inspector");
  await test.keep(95);
  expect((await test.thread()).level).toBe("sergeant");
  await Promise.all([test.keep(96), test.keep(97)]);
  expect((await test.thread()).level).toBe("inspector");
  expect(await kinds("Inspector")).toEqual(["escalated"]);
  expect(await test.actions()).toEqual(["thread.send", "thread.miss", "thread.escalate"]);
});

it("after a long stop both steps are taken, each once", async () => {
  await test.keep(400);
  expect(await test.thread()).toMatchObject({ level: "inspector" });
  expect([await kinds("Sergeant"), await kinds("Inspector")]).toEqual([["new", "late"], ["escalated"]]);
});

it("the resident takes it to the inspector when it is missed, not before, and once", async () => {
  expect(await escalate(71)).toMatchObject({
    ok: false,
    errors: [{ message: "The team still has time to answer this message" }],
  });
  await test.keep(73);
  expect(await escalate(74)).toEqual({ ok: true });
  expect((await escalate(75)).ok).toBe(false);
  expect(await test.thread()).toMatchObject({ level: "inspector", escalatedAt: test.depsAt(74).now });
  await test.keep(100);
  expect(await kinds("Inspector"), "told once").toEqual(["escalated"]);
});

it("the button works before the platform has looked", async () => {
  expect(await escalate(72.5)).toEqual({ ok: true });
  await test.keep(73);
  expect(await test.thread()).toMatchObject({ level: "inspector", missedAt: test.depsAt(72.5).now });
});

it("an answered one that stays quiet is closed, and its words are erased a year later", async () => {
  const { db } = test;
  await answerThread(test.depsAt(1), await test.staff("Sergeant"), {
    ...(await test.at()),
    words: "Friday.",
  });
  await test.keep(27 * 24);
  expect((await test.thread()).state).toBe("answered");
  await test.keep(29 * 24 + 2);
  expect((await test.thread()).state).toBe("closed");
  const { signal } = new AbortController();
  const retainAt = (days: number) =>
    runRetention({ db, now: test.depsAt(days * 24).now, signal, sealFolder: tmpdir() }, { isDryRun: false });
  await retainAt(390);
  expect((await test.entries()).every(({ words }) => words !== null)).toBe(true);
  await retainAt(396);
  expect((await test.entries()).every(({ words }) => words === null)).toBe(true);
  expect(await db.select().from(threads).where(eq(threads.state, "closed"))).toHaveLength(1);
});
