import { describe, expect, test } from "vitest";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { planFieldNames } from "#app/domain/plan/fields.ts";
import { problemsOfField } from "#app/domain/plan/save.ts";
import { themes } from "../history/themes.ts";
import { closings, panelReasons, pauseReasons, recurrenceReasons } from "../history/outcomes.ts";
import { problems } from "./all.ts";

/** Every text in a value, wherever it is. */
const textsIn = (value: unknown): string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(textsIn)
      : [];
const filled = (text: string) => text.replaceAll("{place}", "Matlock").replaceAll(/\{\w+\}/g, "12");

test("there is one problem of each category that people worry about", () => {
  expect(new Set(problems.map(({ category }) => category)).size).toBe(problems.length);
  expect(
    themes
      .map(({ category }) => category)
      .filter((one) => !problems.some(({ category }) => category === one)),
  ).toEqual([]);
});

describe.each(problems.map((problem) => [problem.category, problem] as const))("%s", (_category, problem) => {
  test("points at nobody", () => {
    for (const text of textsIn(problem)) expect(problemsOfPublicWords(filled(text)), text).toEqual([]);
  });

  test("has texts that a plan's fields and forms hold", () => {
    const texts = new Map(Object.entries(problem.texts));
    for (const name of planFieldNames) {
      expect(problemsOfField(name, filled(texts.get(name) ?? "")), name).toEqual([]);
      texts.delete(name);
    }
    expect([...texts.keys()]).toEqual([]);
    expect(new Set(problem.texts.sources.split("\n")).size).toBeGreaterThanOrEqual(2);
    for (const { task, publicLine, whyLate } of problem.actions) {
      expect(task.length).toBeLessThanOrEqual(600);
      expect(Math.max(publicLine.length, whyLate.length)).toBeLessThanOrEqual(300);
    }
  });

  test("is worked on by the police and somebody else", () => {
    const doers = problem.actions.map(({ by }) => by);
    expect(doers).toContain("police");
    expect(doers.some((by) => by !== "police")).toBe(true);
    expect(problem.actions.length).toBeGreaterThanOrEqual(4);
  });

  test("aims at what its target says", () => {
    const { factor, aim } = problem.count;
    expect(aim === "up" ? factor > 1 : factor < 1).toBe(true);
  });

  test("has first drafts that differ from what came of them", () => {
    for (const [name, text] of Object.entries(problem.firstDrafts))
      expect(Object.entries(problem.texts).find(([field]) => field === name)?.[1]).not.toBe(text);
  });
});

test("no two problems say the same", () => {
  const long = problems.flatMap(textsIn).filter((text) => text.length > 60);
  expect(long.filter((text, at) => long.indexOf(text) !== at)).toEqual([]);
});

test("what is said of ends points at nobody", () => {
  for (const text of textsIn([closings, panelReasons, pauseReasons, recurrenceReasons]))
    expect(problemsOfPublished({ text }), text).toEqual([]);
});
