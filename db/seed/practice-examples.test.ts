import { expect, test } from "vitest";
import { problemsOfPractice } from "#app/domain/practice/practice.ts";
import { practiceExamples } from "./practice-examples.ts";

test.each(practiceExamples.map((example) => [example.slug, example] as const))(
  "%s names nobody and nowhere, gives no number, and does not say that it was evaluated",
  (_, example) => {
    expect(problemsOfPractice(example, 2026)).toEqual([]);
    const { title, problem, response, outcome, transferNote, contactRole, evaluatedBy } = example;
    const words = [title, problem, response, outcome, transferNote, contactRole].join(" ");
    expect(words).not.toMatch(/\d|glossop|gamesley|bradwell|peak|derby/i);
    expect(evaluatedBy).toBeNull();
  },
);

test("no two have the same address", () => {
  expect(new Set(practiceExamples.map(({ slug }) => slug)).size).toBe(practiceExamples.length);
});
