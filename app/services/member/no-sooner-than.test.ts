import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { noSoonerThan } from "./no-sooner-than.ts";

const timed = async (work: () => Promise<string>) => {
  const from = performance.now();
  const value = await noSoonerThan(100, work);
  return { value, ms: performance.now() - from };
};

test.each([
  ["at once", 0],
  ["later", 60],
])("work that is done %s is answered when the time is up", async (_, ms) => {
  const { value, ms: took } = await timed(() => wait(ms, "done"));
  expect(value).toBe("done");
  // A timer may fire a millisecond early.
  expect(took).toBeGreaterThanOrEqual(99);
});

test("work that takes longer is waited for", async () => {
  expect((await timed(() => wait(130, "done"))).ms).toBeGreaterThanOrEqual(129);
});

test("work that fails is told at once", async () => {
  const failing = vi.fn(() => Promise.reject(new Error("no")));
  await expect(noSoonerThan(60_000, failing)).rejects.toThrow("no");
});
