import { expect, test } from "vitest";
import type { Role } from "#app/domain/access.ts";
import { addedSections, problemsOfItem, sectionsToAdd } from "./item.ts";

const problemsOf = (feedbackLine: string) =>
  problemsOfItem({ title: "Lights on the rec", brief: "", feedbackLine }).map(({ field }) => field);

test.each([
  ["", []],
  ["The lights work again, told by the council on its page", []],
  // Not for restricted words alone: what residents are told may become public.
  ["Call us on 07700 900123", ["feedbackLine"]],
  ["a".repeat(401), ["feedbackLine"]],
])("what residents are told, written with an item, is checked as public words: %s", (line, fields) => {
  expect([...new Set(problemsOf(line))]).toEqual(fields);
});

test.each<[Role, readonly string[]]>([
  ["sergeant", addedSections],
  ["analyst", ["analysis", "places"]],
  ["constable", []],
])("a %s adds to an agenda under %s", (role, sections) => {
  const actor = {
    kind: "staff",
    accountId: "me",
    sessionId: null,
    requestId: null,
    roles: [{ role, area: { neighbourhoodIds: ["n1"] }, agencyId: null }],
  } as const;
  const group = {
    level: "local",
    isForce: false,
    neighbourhoodIds: ["n1"],
    chairId: null,
    deputyId: null,
  } as const;
  expect(sectionsToAdd(actor, group)).toEqual(sections);
});
