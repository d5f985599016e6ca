import { expect, test } from "vitest";
import {
  countingOf,
  monthsToBegin,
  problemsOfDefinition,
  rulesOf,
  type WantedDefinition,
} from "./adoption.ts";
import { firstCodeTable, type Code } from "./codes.ts";

const today = "2026-11-26";
const codes = firstCodeTable.map((rule) => ({
  code: rule.code,
  words: rule.words,
  counts: countingOf(rule),
  note: rule.note,
}));
const wanted: WantedDefinition = {
  words: "An abstraction is other work.",
  notes: "Leave is no duty.",
  change: "Training counts.",
  effectiveFrom: "2026-12-01",
  agreedBy: ["The force", "The Police and Crime Commissioner"],
  agreedOn: "2026-11-20",
  consultedOn: "2026-10-31",
  codes,
};
const problems = (more: Partial<WantedDefinition>) =>
  problemsOfDefinition({ ...wanted, ...more }, { today, latestFrom: "2000-01-01" }).map(
    ({ field, message }) => `${field}: ${message}`,
  );
const withCode = (code: Code, more: object) => ({
  codes: codes.map((one) => (one.code === code ? { ...one, ...more } : one)),
});

test.each([
  [{}, []],
  [{ effectiveFrom: "2026-11-01" }, []],
  [{ effectiveFrom: "2026-10-01" }, ["effectiveFrom: Select a month that is this one or one to come"]],
  [{ effectiveFrom: "2026-12-02" }, ["effectiveFrom: Select a month that is this one or one to come"]],
  [{ words: " " }, ["words: Enter what an abstraction is"]],
  [{ change: "" }, ["change: Enter what this version changes"]],
  [{ notes: "x".repeat(4_001) }, ["notes: Shorten this to 4,000 characters or fewer"]],
  [{ agreedBy: [] }, ["agreedBy: Enter who agreed it, one body on each line"]],
  [{ agreedOn: null, consultedOn: null }, ["agreedOn: Enter the day on which it was agreed"]],
  [{ agreedOn: "2026-11-27" }, ["agreedOn: Enter a day on which it was agreed that is today or earlier"]],
  [
    { consultedOn: "2026-11-21" },
    ["consultedOn: Enter a last day of consultation that is before it was agreed"],
  ],
  [{ consultedOn: null }, []],
  [withCode("T1", { counts: "both" }), []],
  [withCode("W1", { counts: "unused", words: "" }), []],
  [withCode("W1", { words: "" }), ["codes[13].words: Enter what W1 is"]],
  [
    withCode("N1", { counts: "unavailable" }),
    ["codes[14].counts: N1 must stay neighbourhood duty: the arithmetic relies on it"],
  ],
  [
    {
      codes: codes.map((one) => ({
        ...one,
        counts: one.counts === "both" ? ("onlyB" as const) : one.counts,
      })),
    },
    ["form: At least one code must count in both rates"],
  ],
])("%#: what is wrong with a version", (more, expected) => {
  expect(problems(more)).toEqual(expected);
});

test("it begins this month or later, and after the version before it", () => {
  expect(monthsToBegin(today, "2000-01-01")).toHaveLength(13);
  expect(monthsToBegin(today, "2000-01-01")[0]).toBe("2026-11-01");
  expect(monthsToBegin(today, "2026-12-01")[0]).toBe("2027-01-01");
});

test("what a table counts as, there and back; what is not used is left out", () => {
  expect(rulesOf(codes)).toEqual(firstCodeTable);
  expect(rulesOf(withCode("W1", { counts: "unused" }).codes).map(({ code }) => code)).not.toContain("W1");
});
