import { expect, test } from "vitest";
import { clockInWords, compareInQueue, type QueueItem } from "./triage.ts";

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
