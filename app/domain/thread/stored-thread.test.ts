import { describe, expect, test } from "vitest";
import { defaultPromiseSettings, promiseOf } from "./promise.ts";
import { levelsOfRoles, promisedOf } from "./stored-thread.ts";

const times = { delayedUntil: null, answeredAt: null, closedAt: null, escalatedAt: null };
const at = (text: string) => new Date(text);

describe("a stored thread reads as its promise", () => {
  test.each([
    ["before it is due", {}, "2026-03-03T15:59:59Z", "waiting"],
    ["after it was due", {}, "2026-03-03T16:00:01Z", "missed"],
    ["put off", { delayedUntil: at("2026-03-05T00:00:00Z") }, "2026-03-04T12:00:00Z", "delayed"],
    ["put off and missed", { delayedUntil: at("2026-03-05T00:00:00Z") }, "2026-03-05T12:00:00Z", "missed"],
    ["answered late", { answeredAt: at("2026-03-03T18:00:00Z") }, "2026-03-06T12:00:00Z", "answered"],
    ["closed unanswered", { closedAt: at("2026-03-01T18:00:00Z") }, "2026-03-06T12:00:00Z", "answered"],
  ])("%s", (_, changed, now, state) => {
    const stored = { ...times, dueAt: at("2026-03-03T16:00:00Z"), ...changed };
    expect(promiseOf(promisedOf(stored, defaultPromiseSettings), at(now)).state).toBe(state);
  });

  test("whatever the setting has become since, what was promised stays promised", () => {
    const dueAt = at("2026-03-03T16:00:00Z");
    for (const answerHours of [24, 72, 168]) {
      const settings = { ...defaultPromiseSettings, answerHours };
      expect(promiseOf(promisedOf({ ...times, dueAt }, settings), dueAt, settings).due).toEqual(dueAt);
    }
  });
});

test.each([
  [["constable"], ["team"]],
  [
    ["sergeant", "constable"],
    ["team", "sergeant"],
  ],
  [["inspector"], ["inspector"]],
  [["analyst"], []],
])("%j answers at %j", (roles, levels) => {
  expect(levelsOfRoles(roles)).toEqual(levels);
});
