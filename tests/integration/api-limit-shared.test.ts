import { afterAll, beforeAll, expect, test } from "vitest";
import { createApiLimits, createSharing, shareApiCounts, type ApiLimits } from "#app/server/api-limits.ts";
import { allowances } from "#db/schema/index.ts";
import { openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { testKeys } from "#tests/support/listening-server.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

let now = Date.UTC(2026, 10, 24, 9);
const minute = 60_000;
const perMinute = 100;
const newProcess = () => createApiLimits(perMinute, testKeys, () => now);
const ask = ({ fastApi }: ApiLimits, times: number, caller = "192.0.2.1") =>
  Array.from({ length: times }, () => fastApi.take(caller)).filter(({ isAllowed }) => isAllowed).length;
const rows = () => database.db.select().from(allowances);

test("a client over the limit in sum is refused by every process, until the minute ends", async () => {
  const [one, other, third] = [newProcess(), newProcess(), newProcess()];
  expect([ask(one, 70), ask(other, 40), ask(third, 1)]).toEqual([70, 40, 1]);
  for (const each of [one, other, third]) await shareApiCounts(database.db, each);
  // The first learnt of the sum before the second had added to it.
  ask(one, 1);
  await shareApiCounts(database.db, one);
  expect([one, other, third].map((each) => ask(each, 5))).toEqual([0, 0, 0]);
  expect(ask(other, 1, "192.0.2.2")).toBe(1);
  expect(other.api.take("192.0.2.1").isAllowed).toBe(true);

  now += minute;
  expect([one, other, third].map((each) => ask(each, 5))).toEqual([5, 5, 5]);
  for (const each of [one, other]) await shareApiCounts(database.db, each);
  expect(await rows()).toMatchObject([{ count: 10, windowEndsAt: new Date(now + minute) }]);
});

test("the table names no address, and nobody who asks little", async () => {
  now += minute;
  const one = newProcess();
  ask(one, 4, "192.0.2.7");
  ask(one, 5, "192.0.2.8");
  const before = (await rows()).length;
  await shareApiCounts(database.db, one);
  expect(await rows()).toHaveLength(before + 1);
  expect(JSON.stringify(await rows())).not.toContain("192.0.2");
});

test("two processes that add at the same moment lose nothing", async () => {
  now += minute;
  const processes = Array.from({ length: 8 }, newProcess);
  for (const each of processes) for (const caller of ["a", "b", "c"]) ask(each, 9, caller);
  await Promise.all(processes.map((each) => shareApiCounts(database.db, each)));
  const counted = (await rows()).filter(({ windowEndsAt }) => windowEndsAt.getTime() === now + minute);
  expect(counted.map(({ count }) => count)).toEqual([72, 72, 72]);
});

test("without a database each process goes by its own count, and says so once", async () => {
  now += minute;
  const away = await openTestDatabase();
  await away.close();
  const lines: unknown[] = [];
  const one = newProcess();
  const share = createSharing(away.db, one, { warn: (line: unknown) => void lines.push(line) });
  expect(ask(one, 60)).toBe(60);
  await share();
  await share();
  expect(ask(one, 60)).toBe(40);
  expect(lines).toHaveLength(1);
});
