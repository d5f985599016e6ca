import { describe, expect, test } from "vitest";
import { draftOf, type ClosedPlan } from "./draft.ts";
import {
  evaluatedInWords,
  problemsOfPractice,
  transferableInWords,
  type WantedPractice,
} from "./practice.ts";

const whole: WantedPractice = {
  category: "speeding",
  title: "A sign that shows the speed",
  problem: "Drivers went too fast past the school.",
  response: "The council put up a sign.",
  outcome: "Fewer drivers go too fast.",
  evaluatedBy: null,
  isTransferable: true,
  transferNote: null,
  contactRole: "The neighbourhood sergeant",
  year: 2026,
};

describe("an entry", () => {
  test.each<[string, Partial<WantedPractice>, string[]]>([
    ["whole", {}, []],
    ["without a title", { title: " " }, ["title"]],
    ["without what came of it", { outcome: "" }, ["outcome"]],
    ["without whom to ask", { contactRole: "" }, ["contactRole"]],
    ["of next year", { year: 2027 }, ["year"]],
    ["of no year", { year: 1979 }, ["year"]],
    ["of half a year", { year: 2020.5 }, ["year"]],
    ["with a title as long as a page", { title: "a ".repeat(61) }, ["title"]],
    ["whose contact is somebody", { contactRole: "Mr Hollis, 07700 900123" }, ["contactRole", "contactRole"]],
    ["that names a house", { problem: "It was at 14 Church Lane." }, ["problem"]],
  ])("%s", (_name, but, fields) => {
    expect(problemsOfPractice({ ...whole, ...but }, 2026).map(({ field }) => field)).toEqual(fields);
  });

  test("says whether it was evaluated, and whether it works elsewhere", () => {
    expect(evaluatedInWords(null)).toBe("Not evaluated");
    expect(evaluatedInWords("a university")).toBe("Evaluated by a university");
    expect(new Set([null, true, false].map(transferableInWords)).size).toBe(3);
  });
});

describe("the draft that a closed plan makes", () => {
  const closed: ClosedPlan = {
    priority: {
      title: "Speeding past the school",
      category: "speeding",
      statement: "Drivers go too fast.",
      state: "signed-off",
    },
    place: "Westly",
    closedInYear: 2026,
    fields: [
      { name: "what", value: "Drivers go too fast." },
      { name: "causes", value: "The road is wide." },
    ],
    done: ["A sign shows the speed"],
    report: {
      done: "We put up a sign.",
      changed: "Fewer drivers go too fast.",
      notAchieved: "Early mornings are as they were.",
      before: "38 of 100",
      after: "12 of 100",
    },
  };

  test("says each thing once, claims no cause, and leaves it to people to say that it was evaluated", () => {
    expect(draftOf(closed)).toEqual({
      category: "speeding",
      title: "Speeding past the school",
      problem: "Drivers go too fast.\n\nThe road is wide.",
      response: "We put up a sign.\n\n- A sign shows the speed",
      outcome:
        "Before: 38 of 100. After: 12 of 100.\n\nFewer drivers go too fast.\n\nEarly mornings are as they were.\n\nThere was no like area to compare with, so the change may have other causes.\n\nThe community signed it off.",
      evaluatedBy: null,
      isTransferable: null,
      transferNote: null,
      contactRole: "The neighbourhood sergeant, Westly",
      year: 2026,
    });
  });

  test("without a report, with a comparison, closed without sign-off", () => {
    const { outcome, response } = draftOf({
      ...closed,
      priority: { ...closed.priority, state: "closed-without-signoff" },
      fields: [{ name: "comparison", value: "Eastly stayed as it was." }],
      done: [],
      report: null,
    });
    expect(response).toBe("");
    expect(outcome).toBe("Eastly stayed as it was.\n\nIt was closed without sign-off by the community.");
  });
});
