import { describe, expect, test } from "vitest";
import { readAuditQuestion } from "./audit-filter-schema.ts";

const read = (query: string) => readAuditQuestion(new URLSearchParams(query));
const id = "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01";

test("all of a search", () => {
  expect(
    read(
      `from-day=1&from-month=3&from-year=2026&to-day=2&to-month=3&to-year=2026&action=account.link&actor=${id}&subject=SN-2041&neighbourhood=${id}&below=77`,
    ),
  ).toEqual({
    filter: {
      fromDay: "2026-03-01",
      toDay: "2026-03-02",
      action: "account.link",
      actorId: id,
      subjectId: "SN-2041",
      neighbourhoodId: id,
    },
    belowNumber: 77,
    errors: {},
  });
});

test("nothing asked narrows nothing", () => {
  const { filter, belowNumber, errors } = read("");
  expect(Object.values(filter)).toEqual([null, null, null, null, null, null]);
  expect(belowNumber).toBeNull();
  expect(errors).toEqual({});
});

describe("what is wrong", () => {
  test.each([
    ["from-day=31&from-month=2&from-year=2026", "from", "real date"],
    ["from-day=3", "from", "real date"],
    ["to-day=1&to-month=1&to-year=26", "to", "real date"],
    [
      "from-day=2&from-month=1&from-year=2026&to-day=1&to-month=1&to-year=2026",
      "to",
      "the same day as From or later",
    ],
    ["subject=Jo+Archer", "subject", "not a name"],
    ["subject=Archer", "subject", "not a name"],
  ])("%s", (query, field, words) => {
    expect(read(query).errors[field]).toContain(words);
  });
});

test.each(["actor=Archer", "neighbourhood=x", "action=' or 1=1", "below=-3", "below=x", "action=Jo.Archer"])(
  "%s is nothing",
  (query) => {
    const { filter, belowNumber } = read(query);
    expect(filter).toEqual(read("").filter);
    expect(belowNumber).toBeNull();
  },
);
