import { describe, expect, test } from "vitest";
import type { AgendaFacts, AgendaPriority } from "./agenda-facts.ts";
import { agendaSections } from "./agenda.ts";
import { writeAgenda } from "./write-agenda.ts";

const priority = (id: string, change: Partial<AgendaPriority> = {}): AgendaPriority => ({
  id,
  reference: `P-${id}`,
  title: `Priority ${id}`,
  place: "Riddings",
  statement: "Cars go fast past the school.",
  state: "in-progress",
  stage: "response-live",
  feedbackUntil: null,
  open: 0,
  late: 0,
  ...change,
});
const facts = (change: Partial<AgendaFacts> = {}): AgendaFacts => ({
  carried: { open: 0, late: 0, declined: 0 },
  priorities: [],
  abstraction: null,
  ...change,
});
const sectionOf = (written: AgendaFacts, section: string) =>
  writeAgenda(written).filter((item) => item.section === section);

describe("the standing agenda", () => {
  test("has every section, in the order of the standing list, when there is nothing to say", () => {
    expect(writeAgenda(facts()).map(({ section }) => section)).toEqual(agendaSections);
  });

  test("puts feedback first, then assessment, then progress, each in a place of its own", () => {
    const items = sectionOf(
      facts({
        priorities: [
          priority("a"),
          priority("b", { stage: "assessment" }),
          priority("c", { state: "feedback-open", feedbackUntil: "2026-12-10" }),
          priority("d", { state: "outcome-reported" }),
        ],
      }),
      "priorities",
    );
    expect(
      items.map(({ priorityId, priorityReason, position }) => [position, priorityId, priorityReason]),
    ).toEqual([
      [1, "c", "feedback-due"],
      [2, "d", "feedback-due"],
      [3, "b", "assessment-due"],
      [4, "a", "progress"],
    ]);
  });

  test("says of a priority what is public of it, and how its actions stand", () => {
    const [item] = sectionOf(
      facts({ priorities: [priority("c", { feedbackUntil: "2026-12-10", open: 2, late: 1 })] }),
      "priorities",
    );
    expect(item?.title).toBe("Priority c");
    expect(item?.brief.split("\n")).toEqual([
      "P-c, Riddings. Cars go fast past the school.",
      "Plan: response under way.",
      "2 actions open, 1 late.",
      "Residents say until 10 December 2026 whether it worked.",
    ]);
  });

  test.each([
    [{ open: 0, late: 0, declined: 0 }, "No action is carried to this meeting."],
    [{ open: 1, late: 0, declined: 0 }, "1 action to say something of."],
    [{ open: 3, late: 1, declined: 0 }, "3 actions to say something of. 1 of them is late."],
    [
      { open: 3, late: 2, declined: 1 },
      "4 actions to say something of. 2 of them are late. 1 was declined: who does it instead, or is it withdrawn?",
    ],
  ])("of the actions from last time: %o", (carried, words) => {
    expect(sectionOf(facts({ carried }), "carried")[0]?.brief).toBe(words);
  });

  test("is marked: what says something of places, people's time or communities is sensitive", () => {
    const sensitive = writeAgenda(facts({ priorities: [priority("a")] })).filter(
      ({ marking }) => marking === "official-sensitive",
    );
    expect(sensitive.map(({ section }) => section)).toEqual([
      "carried",
      "priorities",
      "analysis",
      "places",
      "decisions",
      "bids",
      "impact",
    ]);
  });

  test("says the rate, or the band of few, and what took most of it", () => {
    const said = (causes: readonly string[]) =>
      sectionOf(
        facts({ abstraction: { month: "October 2026", rate: "12.3%, over target", causes } }),
        "bids",
      )[0]?.brief;
    expect(said(["response cover (60.1%)", "court (20.0%)"])).toBe(
      "In October 2026 12.3%, over target of the time of the area’s neighbourhood officers went to other work. Most went to: response cover (60.1%), court (20.0%).",
    );
    expect(said([])).not.toContain("Most went");
    expect(sectionOf(facts(), "bids")[0]?.brief).toContain("No abstraction figures");
  });
});
