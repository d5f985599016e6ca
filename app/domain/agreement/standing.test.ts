import { describe, expect, test } from "vitest";
import {
  beginsAfter,
  isInForceOn,
  shutFor,
  standingOf,
  tellsMore,
  type KeptParty,
  type ShutWhy,
} from "./standing.ts";

const today = "2026-11-26";

describe("where an agreement stands, and whether it is in force", () => {
  const signed = { state: "signed", startsOn: "2026-01-10" } as const;
  const ended = { state: "terminated", startsOn: "2026-01-10" } as const;
  const later = { state: "signed", startsOn: "2026-11-27", reviewBy: "2027-11-27" } as const;
  test.each([
    ["a draft", { state: "draft", startsOn: null, reviewBy: null }, "draft", false],
    ["signed, 61 days left", { ...signed, reviewBy: "2027-01-26" }, "signed", true],
    ["signed, 60 days left", { ...signed, reviewBy: "2027-01-25" }, "due-review", true],
    ["on its last day", { ...signed, reviewBy: today }, "due-review", true],
    ["the day after", { ...signed, reviewBy: "2026-11-25" }, "expired", false],
    ["signed, and begins tomorrow", later, "signed", false],
    ["terminated", { ...ended, reviewBy: "2027-01-09" }, "terminated", false],
    ["terminated, and over by its day too", { ...ended, reviewBy: "2026-11-25" }, "terminated", false],
  ] as const)("%s", (_, kept, standing, isInForce) => {
    expect(standingOf(kept, today)).toBe(standing);
    expect(isInForceOn(kept, today)).toBe(isInForce);
    expect(beginsAfter(kept, today)).toBe(kept === later ? "2026-11-27" : null);
  });
});

describe("why a party shares nothing", () => {
  const live: KeptParty = {
    state: "signed",
    startsOn: "2026-01-10",
    reviewBy: "2027-01-09",
    madeAt: new Date("2025-12-01T12:00:00Z"),
    terminatedAt: null,
    signedOn: "2026-01-05",
    leftAt: null,
  };
  const night = new Date("2026-06-30T23:30:00Z");
  test.each([
    ["in force", {}, null],
    ["on the first day", { startsOn: today, signedOn: today }, null],
    ["on the last day", { reviewBy: today }, null],
    ["the day after the last", { reviewBy: "2026-11-25" }, { why: "expired", since: "2026-11-26" }],
    ["before the first day", { startsOn: "2026-11-27" }, { why: "unsigned", since: "2025-12-01" }],
    ["a draft", { state: "draft", startsOn: null, reviewBy: null }, { why: "unsigned", since: "2025-12-01" }],
    ["not signed by this party", { signedOn: null }, { why: "unsigned", since: "2025-12-01" }],
    ["left, by London’s day", { leftAt: night }, { why: "left", since: "2026-07-01" }],
    [
      "terminated, by London’s day",
      { state: "terminated", terminatedAt: night },
      { why: "terminated", since: "2026-07-01" },
    ],
    [
      "left before it was terminated",
      { state: "terminated", terminatedAt: night, leftAt: new Date("2026-03-01T12:00:00Z") },
      { why: "left", since: "2026-03-01" },
    ],
  ] as const)("%s", (_, changes, expected) => {
    expect(shutFor({ ...live, ...changes }, today)).toEqual(expected);
  });
});

describe("what is said of several", () => {
  const expired = { why: "expired", since: "2026-03-01" } as const;
  const terminated = { why: "terminated", since: "2026-04-01" } as const;
  const older = { why: "unsigned", since: "2026-01-01" } as const;
  const newer = { why: "unsigned", since: "2026-11-01" } as const;
  test.each([
    ["the later of two ends", expired, terminated, terminated],
    ["the same the other way round", terminated, expired, terminated],
    ["an end before a draft, however new", newer, expired, expired],
    ["the same the other way round", expired, newer, expired],
    ["the newer of two drafts", older, newer, newer],
  ])("%s", (_, one, other, expected) => {
    expect(tellsMore<{ why: ShutWhy; since: string }>(one, other)).toEqual(expected);
  });
});
