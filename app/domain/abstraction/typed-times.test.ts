import { describe, expect, test } from "vitest";
import { readTypedTimes, type TypedTimes } from "./typed-times.ts";

const now = new Date("2026-11-24T10:00:00Z");
const nothing: TypedTimes = {
  when: "from-now",
  at: null,
  day: "today",
  otherDay: null,
  startsAt: "",
  startSide: null,
  endsAt: "",
  endSide: null,
  endDay: null,
};
const read = (given: Partial<TypedTimes>) => readTypedTimes({ ...nothing, ...given }, now);
const span = (given: Partial<TypedTimes>) => {
  const answer = read(given);
  return answer.ok && answer.times.kind === "span"
    ? [answer.times.from.toISOString(), answer.times.to.toISOString()]
    : answer;
};
const wrong = (given: Partial<TypedTimes>) => {
  const answer = read(given);
  return answer.ok ? null : answer.errors.map(({ field }) => field);
};
const on = (otherDay: string) => ({ day: "other" as const, otherDay });

test("nothing typed leaves it to the shift", () => {
  expect(read({})).toEqual({ ok: true, times: { kind: "shift-from", at: null } });
  expect(read({ when: "shift", at: now })).toEqual({ ok: true, times: { kind: "shift", at: now } });
});

describe("times as people type them", () => {
  test.each([
    ["today", {}, "2pm", "16:30", "2026-11-24T14:00:00.000Z", "2026-11-24T16:30:00.000Z"],
    [
      "yesterday",
      { day: "yesterday" },
      "10pm",
      "6am",
      "2026-11-23T22:00:00.000Z",
      "2026-11-24T06:00:00.000Z",
    ],
    ["a whole day", {}, "8am", "8am", "2026-11-24T08:00:00.000Z", "2026-11-25T08:00:00.000Z"],
    [
      "another day",
      on("2026-07-01"),
      "9am",
      "midday",
      "2026-07-01T08:00:00.000Z",
      "2026-07-01T11:00:00.000Z",
    ],
    [
      "over days",
      { ...on("2026-11-02"), endDay: "2026-11-06" },
      "9am",
      "5pm",
      "2026-11-02T09:00:00.000Z",
      "2026-11-06T17:00:00.000Z",
    ],
  ] as const)("%s", (_, given, startsAt, endsAt, from, to) => {
    expect(span({ ...given, startsAt, endsAt })).toEqual([from, to]);
  });

  test.each([
    ["only when it began", { startsAt: "2pm" }, ["endsAt"]],
    ["only when it ends", { endsAt: "2pm" }, ["startsAt"]],
    ["another day and no time", on("2026-11-02"), ["startsAt"]],
    ["no day", { day: "other", startsAt: "2pm", endsAt: "3pm" }, ["otherDay"]],
    ["no time", { startsAt: "six", endsAt: "3pm" }, ["startsAt"]],
    ["morning or evening", { startsAt: "6", endsAt: "3pm" }, ["startsAt"]],
  ] as const)("%s is asked for", (_, given, fields) => {
    expect(wrong(given)).toEqual(fields);
  });
});

describe("the night on which clocks go back", () => {
  const night = on("2026-10-24");
  const custody = { ...night, startsAt: "23:30", endsAt: "01:30" };

  test("asks which hour is meant, and takes the answer", () => {
    expect(wrong(custody)).toEqual(["endSide"]);
    expect(span({ ...custody, endSide: "before" })).toEqual([
      "2026-10-24T22:30:00.000Z",
      "2026-10-25T00:30:00.000Z",
    ]);
    expect(span({ ...custody, endSide: "after" })).toEqual([
      "2026-10-24T22:30:00.000Z",
      "2026-10-25T01:30:00.000Z",
    ]);
  });

  test("asks of the beginning too", () => {
    const late = { ...on("2026-10-25"), startsAt: "1:15am", endsAt: "4am" };
    expect(wrong(late)).toEqual(["startSide"]);
    expect(span({ ...late, startSide: "after" })).toEqual([
      "2026-10-25T01:15:00.000Z",
      "2026-10-25T04:00:00.000Z",
    ]);
  });

  test("asks nothing where only one of them can be meant", () => {
    const within = { ...on("2026-10-25"), startsAt: "1:45am", startSide: "before" as const };
    expect(span({ ...within, endsAt: "1:15am" })).toEqual([
      "2026-10-25T00:45:00.000Z",
      "2026-10-25T01:15:00.000Z",
    ]);
    expect(wrong({ ...within, endsAt: "1:50am" })).toEqual(["endSide"]);
    expect(span({ ...night, startsAt: "10pm", endsAt: "7am" })).toEqual([
      "2026-10-24T21:00:00.000Z",
      "2026-10-25T07:00:00.000Z",
    ]);
  });

  test("a day later nothing is asked", () => {
    expect(span({ ...on("2026-10-26"), startsAt: "1:30am", endsAt: "3am" })).toEqual([
      "2026-10-26T01:30:00.000Z",
      "2026-10-26T03:00:00.000Z",
    ]);
  });
});

describe("the night on which clocks go forward", () => {
  test.each([
    ["it begins in no time", { ...on("2026-03-29"), startsAt: "1:30am", endsAt: "4am" }, ["startsAt"]],
    ["it ends in no time", { ...on("2026-03-29"), startsAt: "0:30", endsAt: "1:30am" }, ["endsAt"]],
    ["the night before", { ...on("2026-03-28"), startsAt: "10pm", endsAt: "1:30am" }, ["endsAt"]],
  ])("%s", (_, given, fields) => {
    expect(wrong(given)).toEqual(fields);
  });

  test("what goes over it is an hour shorter", () => {
    expect(span({ ...on("2026-03-28"), startsAt: "11pm", endsAt: "5am" })).toEqual([
      "2026-03-28T23:00:00.000Z",
      "2026-03-29T04:00:00.000Z",
    ]);
    expect(span({ ...on("2026-03-29"), startsAt: "3am", endsAt: "1:30am" })).toEqual([
      "2026-03-29T02:00:00.000Z",
      "2026-03-30T00:30:00.000Z",
    ]);
  });
});
