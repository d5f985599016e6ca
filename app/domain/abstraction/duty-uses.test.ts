import { expect, test } from "vitest";
import { entriesIn, minutesOf, minutesShared } from "./duty-uses.ts";

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const time = (from: string, to: string, postId = "a") => ({ postId, startsAt: at(from), endsAt: at(to) });
const duty = time("08:00", "16:00");

test.each([
  ["inside", time("09:00", "11:00"), 120],
  ["beyond the end", time("14:00", "19:00"), 120],
  ["around it", time("07:00", "17:00"), 480],
  ["ending as it begins", time("07:00", "08:00"), 0],
  ["beginning as it ends", time("16:00", "17:00"), 0],
  ["apart", time("18:00", "19:00"), 0],
  ["of another post", time("09:00", "11:00", "b"), 0],
])("%s", (_, entry, expected) => {
  expect(minutesShared(duty, entry)).toBe(expected);
  expect(entriesIn(duty, [entry])).toEqual(expected > 0 ? [entry] : []);
});

test("a stretch is as long as it is", () => {
  expect(minutesOf(duty)).toBe(480);
});
