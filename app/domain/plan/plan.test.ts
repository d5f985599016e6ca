import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  actionLateness,
  actionRefusal,
  actionStates,
  isActionClosed,
  actionKinds,
  actionKindWords,
} from "./action.ts";
import {
  planFieldNames,
  planFields,
  publicPlanFields,
  type PlanFieldName,
  outcomeRatings,
  outcomeRatingWords,
} from "./fields.ts";
import { missingOf, type PlanFacts } from "./gate.ts";
import { dueReviewsOf, isPlanMissing } from "./review.ts";
import { planStages, type PlanStage } from "./states.ts";
import {
  advanceRefusals,
  pauseRefusal,
  reportRefusals,
  planAfter,
  stageAfter,
  standingAfterPause,
  type PlanAt,
} from "./steps.ts";

const allFilled = Object.fromEntries(planFieldNames.map((name) => [name, "Something\nElse"]));
const whole = (stage: PlanStage, but: Partial<PlanAt> = {}): PlanAt => ({
  stage,
  standing: "running",
  filled: allFilled,
  involvedIn: new Set(planStages),
  actions: [{ isClosed: true }],
  ...but,
});
const without = (...names: PlanFieldName[]) =>
  Object.fromEntries(Object.entries(allFilled).filter(([name]) => !names.some((one) => one === name)));

describe("the stages of a plan", () => {
  test("are opened one after the other up to the assessment", () => {
    expect(planStages.map(stageAfter)).toEqual([
      "scanning",
      "analysis",
      "response-agreed",
      "response-live",
      "assessment",
      null,
      null,
      null,
    ]);
  });

  test.each<[string, PlanAt, string[]]>([
    ["with all there is", whole("scanning"), []],
    [
      "without a required field",
      whole("scanning", { filled: without("where") }),
      ["Fill in “Where it happens”"],
    ],
    ["without what need not be there", whole("scanning", { filled: without("tried", "residentsSay") }), []],
    [
      "with blanks only",
      whole("scanning", { filled: { ...allFilled, what: "  \n" } }),
      ["Fill in “What happens”"],
    ],
    [
      "with one source",
      whole("scanning", { filled: { ...allFilled, sources: "Reports to 101\n" } }),
      ["Name at least two sources, one to a line"],
    ],
    [
      "with the same source twice",
      whole("scanning", { filled: { ...allFilled, sources: "Reports\nReports " } }),
      ["Name at least two sources, one to a line"],
    ],
    [
      "with nobody of the community",
      whole("analysis", { involvedIn: new Set(["scanning"]) }),
      ["Say how the community took part in “analysis”"],
    ],
    ["with no action agreed", whole("response-agreed", { actions: [] }), ["Add at least one action"]],
    [
      "with an action open",
      whole("response-live", { actions: [{ isClosed: true }, { isClosed: false }] }),
      ["Finish or drop the actions that are open"],
    ],
    [
      "while paused",
      whole("scanning", { standing: "paused" }),
      ["The plan is paused. Take it up again first"],
    ],
    ["from the assessment", whole("assessment"), ["“Assessment” is the last stage that the team opens"]],
  ])("%s", (_name, plan, refusals) => {
    expect(advanceRefusals(plan)).toEqual(refusals);
  });

  test("each required field of a stage by itself keeps the next one closed, and no other field does", () => {
    const stages = fc.constantFrom<PlanStage>(
      "draft",
      "scanning",
      "analysis",
      "response-agreed",
      "assessment",
    );
    fc.assert(
      fc.property(stages, fc.constantFrom(...planFieldNames), (stage, name) => {
        const facts: PlanFacts = whole(stage, { filled: without(name) });
        const { part, isRequired } = planFields[name];
        const isHeld = missingOf(facts).some(({ field }) => field === name);
        expect(isHeld).toBe(part === stage && isRequired);
      }),
    );
  });
});

test.each<[string, PlanAt, number]>([
  ["in time", whole("assessment"), 0],
  ["too soon", whole("response-live"), 1],
  ["without what was not achieved", whole("assessment", { filled: without("notAchieved") }), 1],
])("an outcome report %s", (_name, plan, refusals) => {
  expect(reportRefusals(plan)).toHaveLength(refusals);
});

test("residents never read who does it, who is harmed, lessons or what is doubted", () => {
  const restricted: PlanFieldName[] = [
    "sources",
    "location",
    "manager",
    "victim",
    "guardian",
    "offender",
    "handler",
    "pattern",
    "whys",
    "dataGaps",
    "product",
    "options",
    "displacement",
    "impact",
    "lessons",
    "recurrence",
  ];
  expect(publicPlanFields.filter((name) => restricted.includes(name))).toEqual([]);
  expect([...publicPlanFields, ...restricted].sort()).toEqual([...planFieldNames].sort());
});

test("what is returned, or comes back, is analysed again", () => {
  for (const step of ["return", "recur"] as const)
    expect(planAfter[step]).toEqual({ stage: "analysis", standing: "returned" });
});

test.each([
  ["until tomorrow", "scanning", "running", "2026-05-02", null],
  ["until today", "scanning", "running", "2026-05-01", "Enter a day after today"],
  [
    "for longer than a cycle",
    "scanning",
    "running",
    "2026-08-01",
    "A plan may be paused for at most 91 days",
  ],
  ["twice", "scanning", "paused", "2026-05-02", "The plan is paused already"],
  ["when it is closed", "closed", "running", "2026-05-02", "There is nothing left to pause"],
] as const)("pausing %s", (_name, stage, standing, until, refusal) => {
  expect(pauseRefusal({ stage, standing }, until, "2026-05-01")).toBe(refusal);
});

test.each([
  ["returned", "returned"],
  ["running", "running"],
  ["paused", "running"],
  [null, "running"],
] as const)("a plan that stood %s before its pause is %s after it", (before, standing) => {
  expect(standingAfterPause(before)).toBe(standing);
});

describe("reviews", () => {
  const plan = { sergeantDueOn: "2026-01-29", inspectorDueOn: "2026-03-26" };
  const every = { sergeantReviewDays: 28, inspectorReviewDays: 84 };
  test.each([
    ["on the day", "2026-01-29", [0, 0]],
    ["a day late for the sergeant", "2026-01-30", [1, 0]],
    ["late for both", "2026-04-01", [62, 6]],
  ])("%s", (_name, today, late) => {
    expect(dueReviewsOf(plan, every, today).map(({ daysLate }) => daysLate)).toEqual(late);
  });

  test.each([
    [14, true, true, false],
    [15, true, true, false],
    [14, true, false, false],
    [15, true, false, true],
    [15, false, true, true],
  ])("a priority %i days old with plans %s and %s", (days, hasProblemPlan, hasEngagementPlan, isMissing) => {
    const today = `2026-01-${String(1 + days).padStart(2, "0")}`;
    const priority = { adoptedOn: "2026-01-01", hasProblemPlan, hasEngagementPlan };
    expect(isPlanMissing(priority, 14, today)).toBe(isMissing);
  });
});

describe("an action", () => {
  test.each([
    ["open", "done", "The lights are mended", null],
    ["open", "done", " ", "Say in a sentence what came of it"],
    ["blocked", "dropped", "", "Say in a sentence why"],
    ["done", "dropped", "No", "It is “Done” already"],
    ["done", "open", "It broke again", null],
  ] as const)("from %s to %s with “%s”", (from, to, words, refusal) => {
    expect(actionRefusal(from, to, words)).toBe(refusal);
  });

  test.each([
    ["open", "2026-05-01", "late", 4],
    ["blocked", "2026-05-05", "due", 0],
    ["open", "2026-05-12", "due", 7],
    ["open", "2026-05-13", "later", 8],
    ["done", "2026-05-01", "closed", -4],
  ] as const)("%s and due on %s is %s", (state, dueOn, standing, days) => {
    expect(actionLateness({ state, dueOn }, "2026-05-05", 7)).toEqual({ standing, days });
  });

  test("is never stuck: from every state there is a way to done or back", () => {
    for (const state of actionStates)
      expect(actionRefusal(state, isActionClosed(state) ? "open" : "done", "So")).toBeNull();
  });
});

test("no two kinds of action or outcome read the same", () => {
  expect(new Set(Object.values(actionKindWords)).size).toBe(actionKinds.length);
  expect(new Set(Object.values(outcomeRatingWords)).size).toBe(outcomeRatings.length);
});
