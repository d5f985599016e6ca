import { expect, test } from "vitest";
import { readSearchQuery, writeSearchQuery } from "./search-query.ts";

test.each([
  ["", { q: "", neighbourhood: "", category: null, stage: null, page: 1 }, ""],
  [
    "q=+speding+&neighbourhood=alfreton&category=speeding&stage=vote&page=3",
    { q: "speding", neighbourhood: "alfreton", category: "speeding", stage: "vote", page: 3 },
    "q=speding&neighbourhood=alfreton&category=speeding&stage=vote&page=3",
  ],
  [
    "category=murder&stage=&page=0&q=a",
    { q: "a", neighbourhood: "", category: null, stage: null, page: 1 },
    "q=a",
  ],
  ["page=999999", { q: "", neighbourhood: "", category: null, stage: null, page: 1 }, ""],
])("%j", (query, read, written) => {
  expect(readSearchQuery(new URLSearchParams(query))).toEqual(read);
  expect(writeSearchQuery(readSearchQuery(new URLSearchParams(query)))).toBe(written);
});
