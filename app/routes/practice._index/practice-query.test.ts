import { expect, test } from "vitest";
import { readPracticeQuery, writePracticeQuery } from "./practice-query.ts";

test.each([
  ["", { q: "", category: null, page: 1 }, ""],
  [
    "q=+radio+&category=shop-theft&page=3",
    { q: "radio", category: "shop-theft", page: 3 },
    "q=radio&category=shop-theft&page=3",
  ],
  ["category=murder&page=0&q=a", { q: "a", category: null, page: 1 }, "q=a"],
  ["page=999999", { q: "", category: null, page: 1 }, ""],
])("%j", (query, read, written) => {
  expect(readPracticeQuery(new URLSearchParams(query))).toEqual(read);
  expect(writePracticeQuery(readPracticeQuery(new URLSearchParams(query)))).toBe(written);
});
