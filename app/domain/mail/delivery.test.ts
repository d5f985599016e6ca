import { describe, expect, test } from "vitest";
import { afterAttempt, mostAttempts, reasonNotToSend, waitMs, type Outcome } from "./delivery.ts";

const now = new Date("2026-06-01T12:00:00Z");
const minutes = (ms: number) => ms / 60_000;
const failed = (kind: "temporary" | "permanent" | "unsure"): Outcome => ({ kind, error: "451 later" });

describe("the waits", () => {
  test.each([
    [1, 1],
    [2, 4],
    [3, 16],
    [4, 64],
    [5, 256],
    [6, 360],
    [15, 360],
  ])("after attempt %i: %i minutes", (attempts, expected) => {
    expect(minutes(waitMs(attempts, 0.5))).toBe(expected);
  });

  test("are spread by a fifth, so that what failed together does not come back together", () => {
    expect(minutes(waitMs(6, 0))).toBe(288);
    expect(minutes(waitMs(6, 1))).toBe(432);
  });

  test("add up to about three days", () => {
    let sum = 0;
    for (let attempt = 1; attempt < mostAttempts; attempt += 1) sum += waitMs(attempt, 0.5);
    expect(minutes(sum) / 60 / 24).toBeCloseTo(2.74, 2);
  });
});

describe("after an attempt", () => {
  const after = (attempts: number, unsureAttempts: number, outcome: Outcome) =>
    afterAttempt({ attempts, unsureAttempts }, outcome, now, 0.5);

  test("sent is sent", () => {
    expect(after(3, 1, { kind: "sent" })).toEqual({ status: "sent" });
  });

  test("what failed for now is tried again", () => {
    expect(after(1, 0, failed("temporary"))).toEqual({
      status: "queued",
      nextAttemptAt: new Date("2026-06-01T12:01:00Z"),
      unsureAttempts: 0,
      error: "451 later",
    });
  });

  test.each([
    ["refused for good", 1, 0, failed("permanent"), 0],
    ["tried often enough", mostAttempts, 0, failed("temporary"), 0],
    ["unsure for the second time", 2, 1, failed("unsure"), 2],
  ])("%s: a person looks at it", (_, attempts, unsure, outcome, unsureAttempts) => {
    expect(after(attempts, unsure, outcome)).toEqual({ status: "dead", unsureAttempts, error: "451 later" });
  });

  test("one attempt whose end nobody saw is repeated, also after others that certainly failed", () => {
    expect(after(7, 0, failed("unsure"))).toMatchObject({ status: "queued", unsureAttempts: 1 });
    expect(after(8, 1, failed("temporary"))).toMatchObject({ status: "queued", unsureAttempts: 1 });
  });
});

describe("not to send", () => {
  const taken = { attempts: 2, unsureAttempts: 1, purpose: "team-news", createdAt: now };
  const later = (ms: number) => new Date(now.getTime() + ms);

  test.each([
    ["the one repeat", taken, now, null],
    [
      "a second repeat",
      { ...taken, unsureAttempts: 2 },
      now,
      "twice begun, and nobody knows whether it went",
    ],
    ["a code that still opens something", { ...taken, purpose: "sign-in-code" }, later(15 * 60_000), null],
    ["a code too late", { ...taken, purpose: "sign-in-code" }, later(15 * 60_001), "too late to be of use"],
    ["news of last week", taken, later(7 * 86_400_000), null],
    ["a purpose of another version", { ...taken, purpose: "constructor" }, later(1), null],
  ])("%s", (_, message, at, expected) => {
    expect(reasonNotToSend(message, at)).toBe(expected);
  });
});
