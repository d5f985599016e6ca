import { describe, expect, test } from "vitest";
import {
  categoryWords,
  complaintChoice,
  concernCategories,
  isAntiSocial,
  otherDoorOf,
} from "./categories.ts";
import { concernSources, enteredSources, sourceWords } from "./sources.ts";

describe.each(concernCategories)("%s", (category) => {
  const { name, hint } = categoryWords[category];

  test("is said in few words", () => {
    expect(name).toMatch(/^[A-Z].{5,50}[^.]$/);
    expect(hint).toMatch(/^[A-Z].*\.$/);
  });

  test("names nothing that people outside the police do not say", () => {
    expect(`${name} ${hint}`).not.toMatch(/\b(ASB|SNT|KIN|offence|incident|criminal damage)\b/);
  });
});

test("no two categories sound alike", () => {
  const names = concernCategories.map((category) => categoryWords[category].name);
  expect(new Set(names).size).toBe(names.length);
});

test("the three national kinds of anti-social behaviour mention the case review", () => {
  expect(concernCategories.filter(isAntiSocial)).toEqual([
    "asb-nuisance",
    "asb-personal",
    "asb-environmental",
  ]);
});

test("a complaint about the police is no category, and goes to Professional Standards", () => {
  expect(concernCategories).not.toContain(complaintChoice.value);
  expect(complaintChoice.leadsTo).toEqual({ door: "professional-standards", how: "instead" });
  expect(otherDoorOf("police-visibility")).toEqual(complaintChoice.leadsTo);
  expect(otherDoorOf("speeding")).toBeNull();
});

test("staff enter for somebody what came any way but online", () => {
  expect(enteredSources).toEqual(concernSources.slice(1));
  expect(new Set(Object.values(sourceWords)).size).toBe(concernSources.length);
});
