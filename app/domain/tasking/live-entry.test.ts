import { describe, expect, test } from "vitest";
import { lastNumber, mergeEntries, readLiveEntry, type LiveEntry } from "./live-entry.ts";

const entry = (number: number, words = `Entry ${number}`): LiveEntry => ({
  number,
  kind: "note",
  itemId: null,
  words,
  reason: null,
  replaces: null,
  at: "2026-11-26T10:00:00.000Z",
  action: null,
});
const numbersOf = (entries: readonly LiveEntry[]) => entries.map(({ number }) => number);

describe("mergeEntries", () => {
  test.each([
    { name: "nothing new", drawn: [1, 2], arrived: [], merged: [1, 2] },
    { name: "what follows", drawn: [1, 2], arrived: [3, 4], merged: [1, 2, 3, 4] },
    { name: "the same again", drawn: [1, 2], arrived: [2, 3, 3], merged: [1, 2, 3] },
    { name: "out of order", drawn: [2], arrived: [4, 1, 3], merged: [1, 2, 3, 4] },
    { name: "a page with nothing yet", drawn: [], arrived: [1], merged: [1] },
  ])("$name", ({ drawn, arrived, merged }) => {
    const of = (numbers: readonly number[]) => numbers.map((number) => entry(number));
    expect(numbersOf(mergeEntries(of(drawn), of(arrived)))).toEqual(merged);
  });

  test("of one number, what the page was drawn with last", () => {
    expect(mergeEntries([entry(1, "Drawn")], [entry(1, "Arrived")])).toEqual([entry(1, "Drawn")]);
  });
});

test.each([
  [[], 0],
  [[1, 2, 7], 7],
  [[3, 1], 3],
])("lastNumber of %j is %i", (numbers, last) => {
  expect(lastNumber(numbers.map((number) => ({ number })))).toBe(last);
});

test("an entry comes over the wire as it was, and nothing else for one", () => {
  expect(readLiveEntry(JSON.stringify(entry(3)))).toEqual(entry(3));
  expect(readLiveEntry('{"number":"3","words":"Words"}')).toBeNull();
  expect(readLiveEntry("null")).toBeNull();
});
