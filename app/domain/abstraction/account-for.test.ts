import { expect, test } from "vitest";
import { accountFor } from "./account-for.ts";
import type { Confirmation } from "./words.ts";

const now = new Date("2026-11-24T10:00:00Z");
const at = (hour: number, day = 24) => new Date(Date.UTC(2026, 10, day, hour));
const nothing = { confirmed: [], anew: { logged: [], nil: [] } };

const account = (
  confirmedAs: Confirmation | null,
  entry: readonly [number, number] | null,
  mayConfirm: boolean,
  day = 24,
) =>
  accountFor(
    [{ id: "d", postId: "p", startsAt: at(8, day), endsAt: at(16, day), confirmedAs }],
    entry === null ? [] : [{ postId: "p", startsAt: at(entry[0], day), endsAt: at(entry[1], day) }],
    { mayConfirm, now },
  );

test.each([
  ["a sergeant logs in it", null, [9, 10], true, { confirmed: [{ id: "d", as: "logged", isInTime: true }] }],
  ["an officer logs in it", null, [9, 10], false, {}],
  ["logged beside it", null, [16, 18], true, {}],
  ["taken out of one nobody confirmed", null, null, true, {}],
  ["logged in one that was nil", "nil", [9, 10], false, { anew: { logged: ["d"], nil: [] } }],
  ["the last is taken out", "logged", null, false, { anew: { logged: [], nil: ["d"] } }],
  ["one more in it", "logged", [9, 10], true, {}],
] as const)("%s", (_, confirmedAs, entry, mayConfirm, expected) => {
  expect(account(confirmedAs, entry, mayConfirm)).toEqual({ ...nothing, ...expected });
});

test("late is late", () => {
  expect(account(null, [9, 10], true, 16).confirmed).toEqual([{ id: "d", as: "logged", isInTime: false }]);
  expect(account(null, [9, 10], true, 17).confirmed).toEqual([{ id: "d", as: "logged", isInTime: true }]);
});
