import { describe, expect, test } from "vitest";
import { lacksOf, nothingToTell, type Finishing } from "./finishing.ts";

const whole: Finishing = {
  attendances: [{ state: "apologies" }, { state: "present" }],
  carried: [{ actionId: "a", name: "AV-1", outcome: "done" }],
  items: [
    { id: "i", title: "Lights on the rec", priorityId: "p", feedbackLine: nothingToTell },
    { id: "j", title: "Apologies", priorityId: null, feedbackLine: null },
  ],
};
const lacking = (change: Partial<Finishing>) => lacksOf({ ...whole, ...change });

test("a whole meeting can be finished", () => {
  expect(lacksOf(whole)).toEqual([]);
});

describe("what is missing is said, one by one", () => {
  test.each<[string, Partial<Finishing>, Partial<ReturnType<typeof lacksOf>[number]>[]]>([
    ["nobody asked", { attendances: [] }, [{ part: "door" }]],
    ["nobody came", { attendances: [{ state: "invited" }, { state: "absent" }] }, [{ part: "door" }]],
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
      { items: [{ id: "i", title: "Lights", priorityId: "p", feedbackLine: " " }] },
      [{ part: "feedback", subject: "i" }],
    ],
  ])("%s", (_, change, lacks) => {
    expect(lacking(change)).toEqual(lacks.map((lack) => expect.objectContaining(lack)));
  });
});
