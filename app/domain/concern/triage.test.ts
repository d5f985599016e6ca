import { describe, expect, test } from "vitest";
import { claim, clockInWords, compareInQueue, decide, release, type Held, type QueueItem } from "./triage.ts";

const at = (time: string) => new Date(`2026-11-26T${time}:00Z`);
const now = at("12:00");

const item = (id: string, more: Partial<QueueItem> = {}): QueueItem => ({
  id,
  isUrgent: false,
  dueAt: at("15:00"),
  arrivedAt: at("09:00"),
  ...more,
});

test("urgent first, then what is due, then what came, then by name", () => {
  const queue = [
    item("e"),
    item("d"),
    item("c", { arrivedAt: at("08:00") }),
    item("b", { dueAt: at("11:00") }),
    item("a", { isUrgent: true, dueAt: at("23:00") }),
  ];
  expect(queue.sort(compareInQueue).map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e"]);
});

test.each([
  ["2026-11-28T11:59:00Z", false, "47 hours left"],
  ["2026-11-28T12:00:00Z", false, "2 days left"],
  ["2026-11-26T13:00:00Z", false, "1 hour left"],
  ["2026-11-26T12:01:00Z", false, "1 minute left"],
  ["2026-11-26T12:00:00Z", false, "0 minutes left"],
  ["2026-11-26T11:00:00Z", true, "1 hour late"],
  ["2026-11-20T11:00:00Z", true, "6 days late"],
])("due %s: %j, %s", (dueAt, isLate, words) => {
  expect(clockInWords(new Date(dueAt), now)).toEqual({ isLate, words });
});

const free: Held = { version: 3, heldBy: null, heldUntil: null };
const hers: Held = { version: 4, heldBy: "her", heldUntil: at("12:10") };

describe("in hand", () => {
  test("a free one is taken for fifteen minutes", () => {
    expect(claim(free, "him", now)).toEqual({
      ok: true,
      held: { version: 4, heldBy: "him", heldUntil: at("12:15") },
    });
  });

  test("one's own lasts longer, and what was read stays current", () => {
    expect(claim(hers, "her", now)).toEqual({ ok: true, held: { ...hers, heldUntil: at("12:15") } });
  });

  test("another's is refused in words until it lapses", () => {
    expect(claim(hers, "him", now)).toMatchObject({ ok: false, kind: "conflict" });
    expect(claim(hers, "him", at("12:10"))).toMatchObject({ ok: true, held: { version: 5, heldBy: "him" } });
  });

  test("only who has it gives it free", () => {
    expect(release(hers, "her")).toEqual({ version: 5, heldBy: null, heldUntil: null });
    expect(release(hers, "him")).toBe(hers);
  });
});

describe("deciding", () => {
  test.each([
    ["the version that was read", hers, "her", 4, true],
    ["a free one", free, "him", 3, true],
    ["an older version", hers, "her", 3, false],
    ["past whoever has it", hers, "him", 4, false],
  ])("%s", (_, held, by, version, ok) => {
    expect(decide(held, by, version, now).ok).toBe(ok);
  });

  test("of two who read the same, the second is told", () => {
    const first = decide(free, "her", 3, now);
    const held = first.ok ? first.held : free;
    expect(decide(held, "him", 3, now)).toEqual({
      ok: false,
      kind: "conflict",
      problem:
        "Somebody else has changed this concern since you opened it. Read it again, then decide. What you wrote is still in the form",
    });
  });
});
