import { describe, expect, test } from "vitest";
import { detect } from "./detection/detect.ts";
import {
  alarmAt,
  diversionAdvice,
  diversionRoutes,
  diversionSteps,
  isAlarmDue,
  isThreatToLife,
  isUrgent,
  recordErasedAt,
  suggestedRoute,
  textErasedAt,
  type HandOff,
} from "./diversion.ts";
import { transitionFrom } from "./transitions.ts";

const at = (time: string) => new Date(`2026-03-28T${time}:00Z`);
const handOff = (more: Partial<HandOff> = {}): HandOff => ({
  raisedAt: at("10:00"),
  isThreatToLife: false,
  acknowledgedAt: null,
  ...more,
});

describe("the alarm", () => {
  test.each([
    ["before the hour", handOff(), "10:59", false],
    ["at the hour", handOff(), "11:00", true],
    ["acknowledged in time", handOff({ acknowledgedAt: at("10:30") }), "12:00", false],
    ["at once for a threat to life", handOff({ isThreatToLife: true }), "10:00", true],
    [
      "not once that is acknowledged",
      handOff({ isThreatToLife: true, acknowledgedAt: at("10:01") }),
      "10:02",
      false,
    ],
  ])("%s", (_, one, now, expected) => {
    expect(isAlarmDue(one, at(now))).toBe(expected);
  });

  test("is an hour of the world's clock, over a change to summer time too", () => {
    const raisedAt = new Date("2026-03-29T00:30:00Z");
    expect(alarmAt(handOff({ raisedAt }))).toEqual(new Date("2026-03-29T01:30:00Z"));
  });
});

test("the text goes seven days after it was acknowledged, the rest after two years", () => {
  const acknowledged = handOff({ acknowledgedAt: new Date("2028-02-29T08:00:00Z") });
  expect(textErasedAt(acknowledged)).toEqual(new Date("2028-03-07T08:00:00Z"));
  expect(recordErasedAt(acknowledged)).toEqual(new Date("2030-03-01T08:00:00Z"));
  expect(textErasedAt(handOff())).toBeNull();
  expect(recordErasedAt(handOff())).toBeNull();
});

test.each([
  ["he has a knife", "emergency", true, true],
  ["I want to die", "emergency", true, true],
  ["my partner hits me", "safeguarding", true, false],
  ["I was mugged", "crime", true, false],
  ["my neighbour is dealing drugs", "intelligence", false, false],
  ["complain about a police officer", "complaint", false, false],
  ["cars on the pavement at 14 Mill Lane", null, false, false],
] as const)("%j goes to %s", (text, route, urgent, threat) => {
  const flags = detect(text);
  expect(suggestedRoute(flags)).toBe(route);
  expect(isUrgent(route)).toBe(urgent);
  expect(isThreatToLife(flags)).toBe(threat);
});

describe.each(diversionRoutes)("%s", (route) => {
  test("is a step from triage to its state", () => {
    const { step, state } = diversionSteps[route];
    expect(transitionFrom("triage", step)?.to).toBe(state);
  });

  test("shows what to do and whom to reach", () => {
    const { heading, text, doors } = diversionAdvice[route];
    expect(heading).toMatch(/^[A-Z].*[a-z0-9]$/);
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(doors.length).toBeGreaterThan(0);
  });
});

test("every number for what is urgent is shown", () => {
  const shown = JSON.stringify(diversionAdvice);
  for (const number of ["999", "101", "0800 555 111", "18000", "press 55", "text 999", "0300 123 2040"])
    expect(shown).toContain(number);
});
