import { expect, test } from "vitest";
import { changedNames, engagementDifferences } from "./compare-versions.ts";
import { emptyPlan, type VersionActivity, type VersionWords } from "./version.ts";

const activity: VersionActivity = {
  number: 1,
  purpose: "ask",
  method: "drop-in",
  audience: "Parents",
  place: null,
  heldOn: null,
  hours: null,
  formatAndLanguage: "",
  agencyId: null,
  ownerId: null,
  targetReach: 40,
  costPence: null,
  actualReach: null,
  heard: "",
  feedbackGiven: "",
  feedbackOn: null,
  isCancelled: false,
};
const plan = (values: Partial<VersionWords> = {}): VersionWords => ({
  ...emptyPlan,
  audience: "Parents at the gate",
  ...values,
});
const withOne = (values: Partial<VersionActivity>) => plan({ activities: [{ ...activity, ...values }] });
const marked = (runs: readonly { words: string; isChanged: boolean }[]) =>
  runs.map(({ words, isChanged }) => (isChanged ? `[${words}]` : words)).join("");
const names = new Map([
  ["a", "Constable Ash"],
  ["b", "The council"],
]);

test.each<[string, VersionWords, VersionWords, [string, string, string][]]>([
  ["nothing", plan(), plan(), []],
  [
    "how far it is",
    plan(),
    plan({ state: "approved" }),
    [["Where the plan stands", "[Draft]", "[Approved]"]],
  ],
  [
    "a word",
    plan(),
    plan({ audience: "Parents at a gate" }),
    [["Who is to be reached", "Parents at [the] gate", "Parents at [a] gate"]],
  ],
  ["a first text", plan(), plan({ advice: "Go" }), [["What the advisory group said", "", "[Go]"]]],
  ["a figure", withOne({}), withOne({ targetReach: 4 }), [["Activity 1: people to reach", "[40]", "[4]"]]],
  ["a cost", withOne({}), withOne({ costPence: 1250 }), [["Activity 1: cost", "", "[£12.50]"]]],
  ["a day", withOne({}), withOne({ heldOn: "2027-03-31" }), [["Activity 1: day", "", "[31 March 2027]"]]],
  [
    "who runs it",
    withOne({ ownerId: "a" }),
    withOne({ agencyId: "b" }),
    [["Activity 1: run by", "[Constable Ash]", "[The council]"]],
  ],
  [
    "somebody who is no longer known",
    withOne({}),
    withOne({ ownerId: "gone" }),
    [["Activity 1: run by", "[The neighbourhood team]", "[Somebody who has left]"]],
  ],
  [
    "that it was cancelled",
    withOne({}),
    withOne({ isCancelled: true }),
    [["Activity 1: cancelled", "", "[Cancelled]"]],
  ],
])("shows %s", (_what, before, after, expected) => {
  const differences = engagementDifferences(before, after, names);
  expect(differences.map((one) => [one.label, marked(one.before), marked(one.after)])).toEqual(expected);
  expect(changedNames(before, after)).toEqual(expected.map(([label]) => label));
});

test("shows all that a new activity says, and names it once", () => {
  const after = withOne({});
  expect(engagementDifferences(plan(), after, names).map(({ label }) => label)).toEqual([
    "Activity 1: what it is for",
    "Activity 1: how people are reached",
    "Activity 1: who it is for",
    "Activity 1: run by",
    "Activity 1: people to reach",
  ]);
  expect(changedNames(plan(), after)).toEqual(["Activity 1, added"]);
});

test("names another person who runs it, though both are called the same", () => {
  expect(changedNames(withOne({ ownerId: "a" }), withOne({ ownerId: "c" }))).toEqual(["Activity 1: run by"]);
});
