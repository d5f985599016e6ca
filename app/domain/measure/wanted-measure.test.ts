import { expect, test } from "vitest";
import { problemsOfMeasure, type WantedMeasure } from "./wanted-measure.ts";

const wanted: WantedMeasure = {
  kind: "count",
  title: "Off-road bikes on the recreation ground",
  unit: "bikes a week",
  source: "A count by wardens",
  aim: "down",
  incidentKinds: [],
  baseline: 12,
  target: 3,
  baselineFrom: "2026-01-01",
  baselineTo: "2026-03-31",
  isPublic: true,
};

test("a whole measure has no problem, nor has one without start and target", () => {
  expect(problemsOfMeasure(wanted)).toEqual([]);
  const bare = { baseline: null, target: null, baselineFrom: null, baselineTo: null };
  expect(problemsOfMeasure({ ...wanted, ...bare })).toEqual([]);
});

test.each<[name: string, change: Partial<WantedMeasure>, fields: string[]]>([
  ["no words", { title: " ", unit: "", source: "" }, ["title", "unit", "source"]],
  ["long words", { title: "a".repeat(121) }, ["title"]],
  ["a house number", { title: "Bikes outside 14 Church Lane" }, ["title"]],
  ["an address to write to", { source: "mary@example.org" }, ["source"]],
  ["no kinds", { kind: "incidents" }, ["incidentKinds"]],
  ["a share over a hundred", { kind: "survey", target: 101 }, ["target"]],
  ["less than nought", { baseline: -1 }, ["baseline"]],
  ["half a time", { baselineTo: null }, ["baselineTo"]],
  ["the other half", { baselineFrom: null }, ["baselineFrom"]],
  ["a time that ends first", { baselineTo: "2025-12-31" }, ["baselineTo"]],
])("%s", (_name, change, fields) => {
  expect(problemsOfMeasure({ ...wanted, ...change }).map(({ field }) => field)).toEqual(fields);
});
