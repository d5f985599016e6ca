import { describe, expect, test } from "vitest";
import { standingEntries } from "./standing-entries.ts";

const entry = (number: number, replaces: number | null = null) => ({
  number,
  replaces,
  words: `Words ${number}`,
});

describe("what stands", () => {
  test.each([
    { name: "nothing", entries: [], stands: [] },
    {
      name: "what was written",
      entries: [entry(1), entry(2)],
      stands: [
        [1, "Words 1", null],
        [2, "Words 2", null],
      ],
    },
    {
      name: "what was put right, in its place",
      entries: [entry(1), entry(2), entry(3, 1)],
      stands: [
        [1, "Words 3", 3],
        [2, "Words 2", null],
      ],
    },
    {
      name: "what was put right twice",
      entries: [entry(1), entry(2), entry(3, 1), entry(4, 3)],
      stands: [
        [1, "Words 4", 4],
        [2, "Words 2", null],
      ],
    },
    {
      name: "what replaces something that is not there",
      entries: [entry(4, 2)],
      stands: [[4, "Words 4", null]],
    },
  ])("$name", ({ entries, stands }) => {
    expect(
      standingEntries(entries).map(({ number, words, putRightBy }) => [number, words, putRightBy]),
    ).toEqual(stands);
  });
});
