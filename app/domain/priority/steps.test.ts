import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roles, type Role } from "#app/domain/access.ts";
import { platform, type Actor } from "#app/domain/actor.ts";
import { isOpen } from "./open.ts";
import { priorityOrigins, readOrigin, type PriorityOrigin } from "./origin.ts";
import { priorityStates, type PriorityState } from "./states.ts";
import { prioritySteps, priorityStepRules, type PriorityStep, type Requirement } from "./steps.ts";
import {
  canRecur,
  publicLineOf,
  recurrenceUntil,
  stepRefusal,
  stepsFrom,
  stepsOffered,
} from "./take-step.ts";

describe("origins", () => {
  test.each(priorityOrigins)("%s is one", (origin) => {
    expect(readOrigin(origin)).toEqual({ ok: true, origin });
  });

  test.each(["force", "national", "Force", "community_cycle", "", null, 1, "constructor"])(
    "%j is none of a local priority",
    (value) => {
      expect(readOrigin(value)).toMatchObject({ ok: false, errors: [{ field: "origin" }] });
    },
  );
});

const everything = new Set<Requirement>(["reason", "reason-code", "resolution", "outcome", "feedback"]);
const person = (role: Role): Actor => ({
  kind: "staff",
  accountId: "account",
  sessionId: null,
  requestId: null,
  roles: [{ role, area: { neighbourhoodIds: ["here"] }, agencyId: "agency" }],
});

describe("the life of a priority", () => {
  const steps: readonly [PriorityState, PriorityOrigin, PriorityStep[]][] = [
    ["proposed", "community-cycle", ["adopt"]],
    ["proposed", "partner", ["adopt"]],
    ["proposed", "snt-urgent", ["add-urgent"]],
    ["adopted", "community-cycle", ["accept", "decline"]],
    ["adopted", "snt-urgent", ["accept", "decline", "lapse"]],
    ["in-progress", "community-cycle", ["report-outcome", "close-without-signoff"]],
    ["in-progress", "snt-urgent", ["lapse", "report-outcome", "close-without-signoff"]],
    ["outcome-reported", "partner", ["open-feedback"]],
    ["feedback-open", "partner", ["close-feedback"]],
    ["panel-decision", "community-cycle", ["sign-off", "return", "return-by-poll"]],
    ["returned", "community-cycle", ["resume"]],
    ["signed-off", "community-cycle", ["recur"]],
    ["recurred", "community-cycle", ["resume"]],
    ["closed-without-signoff", "community-cycle", []],
    ["declined-by-force", "community-cycle", ["overturn"]],
    ["lapsed", "snt-urgent", []],
  ];
  test.each(steps)("%s, %s: %j", (state, origin, expected) => {
    expect(stepsFrom({ state, origin })).toEqual(expected);
    for (const step of prioritySteps)
      expect(stepRefusal({ state, origin }, step, everything) === null).toBe(expected.includes(step));
  });

  test("the table names every state", () => {
    expect(new Set(steps.map(([state]) => state))).toEqual(new Set(priorityStates));
  });

  test.each(prioritySteps)("%s waits for everything it needs, and says what is missing", (step) => {
    const { from, needs, origins } = priorityStepRules[step];
    const [state] = from;
    const origin = origins?.[0] ?? "community-cycle";
    if (state === undefined) throw new Error("a step from nowhere");
    for (const missing of needs) {
      const onRecord = new Set([...everything].filter((one) => one !== missing));
      expect(stepRefusal({ state, origin }, step, onRecord)).not.toBeNull();
    }
    expect(stepRefusal({ state, origin }, step, new Set(needs))).toBeNull();
  });

  test("whatever happens, signed off is reached only from the panel's decision after feedback", () => {
    const walk = fc.array(fc.constantFrom(...prioritySteps), { maxLength: 40 });
    fc.assert(
      fc.property(walk, fc.constantFrom(...priorityOrigins), (tried, origin) => {
        let state: PriorityState = "proposed";
        const taken: PriorityStep[] = [];
        for (const step of tried) {
          if (stepRefusal({ state, origin }, step, everything) !== null) continue;
          state = priorityStepRules[step].to;
          taken.push(step);
        }
        if (taken.includes("sign-off"))
          expect(taken.slice(0, taken.indexOf("sign-off"))).toEqual(
            expect.arrayContaining(["accept", "report-outcome", "open-feedback", "close-feedback"]),
          );
        if (origin !== "snt-urgent") expect(state).not.toBe("lapsed");
      }),
    );
  });

  test("what ends a priority closes it", () => {
    expect(priorityStates.filter((state) => !isOpen(state))).toEqual([
      "proposed",
      "signed-off",
      "closed-without-signoff",
      "declined-by-force",
      "lapsed",
    ]);
  });
});

describe("who takes a step", () => {
  test.each<[PriorityStep, Role[]]>([
    ["adopt", ["panel-member"]],
    ["add-urgent", ["sergeant"]],
    ["accept", ["inspector"]],
    ["decline", ["inspector"]],
    ["overturn", ["commander"]],
    ["lapse", []],
    ["report-outcome", ["sergeant", "inspector"]],
    ["open-feedback", []],
    ["close-feedback", []],
    ["sign-off", ["panel-member"]],
    ["return", ["panel-member"]],
    ["resume", ["sergeant", "inspector"]],
    ["close-without-signoff", ["inspector"]],
    ["recur", ["sergeant", "inspector"]],
  ])("%s: %j", (step, expected) => {
    const { from, origins } = priorityStepRules[step];
    const priority = { state: from[0] ?? "proposed", origin: origins?.[0] ?? ("community-cycle" as const) };
    const offered = (actor: Actor, where: string) => stepsOffered(priority, actor, where).includes(step);
    expect(roles.filter((role) => offered(person(role), "here"))).toEqual(expected);
    expect(roles.filter((role) => offered(person(role), "there"))).toEqual([]);
    const byPanel = priorityStepRules[step].permission === "panel:vote";
    expect(offered(platform(), "here")).toBe(!byPanel);
  });
});

describe("the public line", () => {
  test.each<[PriorityStep, string | null, string]>([
    ["accept", null, "The inspector accepted this priority and work began."],
    ["accept", "Not for the public.", "The inspector accepted this priority and work began."],
    ["decline", "It would be unlawful.", "The inspector declined this priority: It would be unlawful."],
  ])("%s with %j: %s", (step, reason, line) => {
    expect(publicLineOf(step, reason)).toBe(line);
  });
});

describe("a priority comes back within 12 months", () => {
  test.each([
    ["2026-06-10", "2027-06-10"],
    ["2028-02-29", "2029-02-28"],
    ["2026-12-31", "2027-12-31"],
  ])("signed off on %s: until %s", (signedOffOn, until) => {
    expect(recurrenceUntil(signedOffOn, 12)).toBe(until);
  });

  test.each([
    ["2027-06-10", true],
    ["2027-06-11", false],
  ])("on %s: %s", (today, expected) => {
    expect(canRecur("2026-06-10", today, 12)).toBe(expected);
  });
});
