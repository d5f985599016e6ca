import { expect, test } from "vitest";
import { doneInWords, queryOf } from "./done-words.ts";

test.each([
  [null, null, null],
  ["1", null, "1 duty confirmed."],
  [
    "12",
    "1",
    "12 duties confirmed. What is logged in 1 duty has changed since you opened the page: look again.",
  ],
  ["0", null, "No duty was left to confirm."],
  ["<b>", "x", "No duty was left to confirm."],
])("done %s, changed %s", (done, changed, words) => {
  expect(doneInWords(done, changed)).toBe(words);
});

test.each([
  [{ confirmed: 2, changed: 0 }, null, "done=2"],
  [{ confirmed: 2, changed: 1 }, "2026-11-23", "done=2&changed=1&week=2026-11-23"],
])("%o in %s", (result, week, query) => {
  expect(queryOf(result, week)).toBe(query);
});
