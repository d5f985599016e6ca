import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { problemsOfDelay, promiseOf, type PromisedThread, type PromiseReading } from "./promise.ts";
import { promiseInWords } from "./promise-words.ts";

const at = (hours: number) => hoursAfter(new Date("2026-03-02T10:00:00Z"), hours);
const asked: PromisedThread = { askedAt: at(0), settledAt: null, delay: null, escalatedAt: null };
const delay = { toldAt: at(50), until: at(200), reason: "The officer is on leave." };
const lateDelay = { ...delay, toldAt: at(73) };
const open = { level: "team", mayEscalate: false, isWithinPromise: true } as const;
const late = { state: "missed", isWithinPromise: false } as const;

describe("the promise of 72 hours", () => {
  test.each<
    [
      string,
      Partial<PromisedThread>,
      number,
      Omit<PromiseReading, "due" | "delayReason"> & { dueHours: number },
    ]
  >([
    ["runs", {}, 10, { ...open, state: "waiting", dueHours: 72 }],
    ["runs to the last instant", {}, 72, { ...open, state: "waiting", dueHours: 72 }],
    ["is missed after it", {}, 72.01, { ...late, level: "sergeant", mayEscalate: true, dueHours: 72 }],
    [
      "is the inspector's a day later",
      {},
      96,
      { ...late, level: "inspector", mayEscalate: false, dueHours: 72 },
    ],
    [
      "is the inspector's when the resident says so",
      { escalatedAt: at(74) },
      74,
      { ...late, level: "inspector", mayEscalate: false, dueHours: 72 },
    ],
    ["is kept by an answer", { settledAt: at(71) }, 500, { ...open, state: "answered", dueHours: 72 }],
    [
      "stands still with a late answer",
      { settledAt: at(80) },
      500,
      { state: "answered", isWithinPromise: false, level: "sergeant", mayEscalate: false, dueHours: 72 },
    ],
    ["is put off", { delay }, 60, { ...open, state: "delayed", dueHours: 200 }],
    [
      "is put off beyond 72 hours",
      { delay },
      100,
      { ...open, state: "delayed", isWithinPromise: false, dueHours: 200 },
    ],
    [
      "is missed at the new date",
      { delay },
      201,
      { ...late, level: "sergeant", mayEscalate: true, dueHours: 200 },
    ],
    [
      "is not put off too late",
      { delay: lateDelay },
      80,
      { ...late, level: "sergeant", mayEscalate: true, dueHours: 72 },
    ],
    [
      "is not put off without a reason",
      { delay: { ...delay, reason: " " } },
      80,
      { ...late, level: "sergeant", mayEscalate: true, dueHours: 72 },
    ],
    [
      "is answered within a delay, later than first promised",
      { delay, settledAt: at(150) },
      500,
      { ...open, state: "answered", isWithinPromise: false, dueHours: 200 },
    ],
  ])("%s", (_, change, now, { dueHours, ...expected }) => {
    expect(promiseOf({ ...asked, ...change }, at(now))).toEqual({
      ...expected,
      due: at(dueHours),
      delayReason: dueHours === 200 ? delay.reason : null,
    });
  });

  test("law: the level only rises while nobody answers", () => {
    const rank = { team: 0, sergeant: 1, inspector: 2 };
    const hours = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(hours, hours, fc.option(hours), (a, b, pressed) => {
        const thread = { ...asked, escalatedAt: pressed === null ? null : at(pressed) };
        const level = (hour: number) => rank[promiseOf(thread, at(hour)).level];
        expect(level(Math.min(a, b))).toBeLessThanOrEqual(level(Math.max(a, b)));
      }),
    );
  });
});

describe("putting an answer off", () => {
  test.each<[string, Partial<PromisedThread>, { until?: string; reason?: string }, number, string[]]>([
    ["all is well", {}, {}, 50, []],
    ["by the evening of the day promised", {}, { until: "2026-03-05" }, 50, []],
    ["to no later date", {}, { until: "2026-03-04" }, 50, ["until"]],
    ["by fourteen days", {}, { until: "2026-03-18" }, 50, []],
    ["by more", {}, { until: "2026-03-19" }, 50, ["until"]],
    ["without a reason", {}, { reason: "" }, 50, ["reason"]],
    ["a second time", { delay }, {}, 60, ["form"]],
    ["when it is late", {}, {}, 73, ["form"]],
    ["when it is answered", { settledAt: at(20) }, {}, 50, ["form"]],
  ])("%s", (_, change, wanted, now, fields) => {
    const problems = problemsOfDelay(
      { until: "2026-03-10", reason: "The officer is on leave.", ...wanted },
      { ...asked, ...change },
      at(now),
    );
    expect(problems.map(({ field }) => field)).toEqual(fields);
  });
});

test.each<[Partial<PromisedThread>, number, string, string]>([
  [{}, 10, "The team will answer by 10am on Thursday 5 March.", "Answer due in 2 days"],
  [
    { delay: { ...delay, until: new Date("2026-03-11T00:00:00Z") } },
    60,
    "The answer takes longer: The officer is on leave. The team will answer by the end of Tuesday 10 March.",
    "Put off, answer due in 6 days",
  ],
  [
    {},
    80,
    "We promised an answer by 10am on Thursday 5 March and have not given one. We are sorry. The sergeant has been told. You can take it to the inspector.",
    "Answer 8 hours late, with the sergeant",
  ],
  [
    {},
    100,
    "We promised an answer by 10am on Thursday 5 March and have not given one. We are sorry. The inspector has it now.",
    "Answer 28 hours late, with the inspector",
  ],
  [{ settledAt: at(5) }, 100, "No answer is due any more.", "Settled within the promise"],
  [{ settledAt: at(90) }, 100, "No answer is due any more.", "Settled later than first promised"],
])("%j after %i hours, in words", (change, now, resident, staff) => {
  expect(promiseInWords(promiseOf({ ...asked, ...change }, at(now)), at(now))).toEqual({ resident, staff });
});
