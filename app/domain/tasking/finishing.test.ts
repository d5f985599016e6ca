import { describe, expect, test } from "vitest";
import { lackLines, lacksOf, nothingToTell, type Finishing, type Lack } from "./finishing.ts";

const seat = (state: Finishing["attendances"][number]["state"], name: string | null = "Jo") => ({
  id: state,
  name,
  agency: "A council",
  state,
});
const whole: Finishing = {
  attendances: [seat("apologies"), seat("present"), seat("absent")],
  carried: [{ actionId: "a", name: "AV-1", outcome: "done" }],
  items: [
    { id: "i", title: "Lights on the rec", priorityId: "p", isDecided: true, feedbackLine: nothingToTell },
    { id: "j", title: "Apologies", priorityId: null, isDecided: false, feedbackLine: null },
  ],
};
const lacking = (change: Partial<Finishing>) => lacksOf({ ...whole, ...change });

test("a whole meeting can be finished", () => {
  expect(lacksOf(whole)).toEqual([]);
});

describe("what is missing is said, one by one", () => {
  test.each<[string, Partial<Finishing>, Partial<ReturnType<typeof lacksOf>[number]>[]]>([
    ["nobody asked", { attendances: [] }, [{ part: "door" }]],
    ["nobody came", { attendances: [seat("invited"), seat("absent")] }, [{ part: "door", subject: null }]],
    [
      "two of whom nothing was said",
      { attendances: [seat("present"), seat("invited"), seat("coming", null)] },
      [
        { part: "door", subject: "invited", words: "Say whether Jo came" },
        { part: "door", subject: "coming", words: "Say whether somebody of A council came" },
      ],
    ],
    [
      "two actions without an outcome",
      {
        carried: [
          { actionId: "a", name: "AV-1", outcome: null },
          { actionId: "b", name: "AV-2", outcome: null },
        ],
      },
      [
        { part: "carried", subject: "a", words: "Say what became of AV-1 from last time" },
        { part: "carried", subject: "b" },
      ],
    ],
    [
      "a priority without its line",
      { items: [{ id: "i", title: "Lights", priorityId: "p", isDecided: false, feedbackLine: " " }] },
      [{ part: "feedback", subject: "i" }],
    ],
    [
      "an item of which something was decided, without its line",
      {
        items: [{ id: "j", title: "Rough sleeping", priorityId: null, isDecided: true, feedbackLine: null }],
      },
      [{ part: "feedback", subject: "j" }],
    ],
  ])("%s", (_, change, lacks) => {
    const found = lacking(change);
    expect(found).toHaveLength(lacks.length);
    expect(found).toMatchObject(lacks);
  });
});

test("a few lacks are named, many of a kind are counted", () => {
  const lack = (part: Lack["part"], words: string): Lack => ({ part, subject: words, words });
  const many = ["a", "b", "c", "d"];
  expect(
    lackLines([
      ...many.map((words) => lack("feedback", words)),
      ...["x", "y"].map((words) => lack("carried", words)),
    ]),
  ).toEqual([
    { part: "carried", words: "x" },
    { part: "carried", words: "y" },
    { part: "feedback", words: "Say what residents are told of 4 items, or that there is nothing to tell" },
  ]);
  expect(lackLines(many.slice(1).map((words) => lack("door", words)))).toHaveLength(3);
  expect(lackLines([])).toEqual([]);
});
