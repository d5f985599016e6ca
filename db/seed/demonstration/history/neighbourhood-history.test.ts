import { expect, test } from "vitest";
import { retally } from "#app/domain/ballot/published.ts";
import { detect, mustHold } from "#app/domain/concern/detection/detect.ts";
import { checkSummary } from "#app/domain/concern/summary-check.ts";
import { buildHistoryPlaces } from "./history-places.ts";
import { tellNeighbourhood } from "./neighbourhood-history.ts";
import { themes } from "./themes.ts";

const today = "2026-11-26";
const places = buildHistoryPlaces();
const histories = places.map((place) => tellNeighbourhood(place, today));

test("the same neighbourhood and day give the same history", () => {
  const [first] = places;
  expect(first && tellNeighbourhood(first, today)).toEqual(histories[0]);
});

test("neighbourhoods stand at every stage of their eighth cycle", () => {
  const stages = histories.map(({ cycles }) => cycles.at(-1)?.stage);
  expect(histories.every(({ cycles }) => cycles.length === 8)).toBe(true);
  for (const stage of ["raising", "research", "shortlisting", "voting", "panel", "live", "reviewing"])
    expect(stages).toContain(stage);
  expect(stages.slice(0, 3)).toEqual(["voting", "panel", "raising"]);
});

test("where visitors may be members of a panel that decides, it has been called", () => {
  const open = histories[1]?.resolutions.find(({ state }) => state === "open");
  expect(open).toMatchObject({ membersTotal: 8, quorum: 4, heldOn: "2026-11-25" });
  expect(histories[1]?.resolutionMembers).toHaveLength(8);
  const motions = histories[1]?.resolutionItems.filter(({ resolutionId }) => resolutionId === open?.id);
  expect(motions?.length).toBeGreaterThanOrEqual(3);
  expect(histories.flatMap(({ resolutionMembers }) => resolutionMembers)).toHaveLength(8);
});

test("every reference is given once", () => {
  for (const table of ["concerns", "priorities", "threads", "meetings"] as const) {
    const references = histories.flatMap((history) => history[table].map(({ reference }) => reference));
    expect(new Set(references).size).toBe(references.length);
  }
});

test("at most three priorities are open in a neighbourhood, each in a place of its own", () => {
  for (const { priorities } of histories) {
    const slots = priorities.flatMap(({ slot }) => slot ?? []);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.every((slot) => slot >= 1 && slot <= 3)).toBe(true);
  }
});

test("what is published of each vote counts to what is certified", () => {
  for (const { tallies } of histories)
    for (const { published, counted } of tallies) expect(retally(published)?.ballots).toBe(counted);
});

test("has votes with few ballots, refusals, urgent and interim priorities, panels without a quorum", () => {
  const count = (holds: (history: (typeof histories)[number]) => boolean) => histories.filter(holds).length;
  expect(count(({ tallies }) => tallies.some((one) => one.isLowParticipation))).toBeGreaterThan(10);
  expect(
    count(({ priorities }) => priorities.some((one) => one.state === "declined-by-force")),
  ).toBeGreaterThan(3);
  expect(count(({ priorities }) => priorities.some((one) => one.state === "lapsed"))).toBeGreaterThan(2);
  expect(count(({ priorities }) => priorities.some((one) => one.isInterim === true))).toBeGreaterThan(5);
  expect(count(({ resolutions }) => resolutions.some((one) => one.state === "inquorate"))).toBeGreaterThan(
    10,
  );
});

test("no summary holds what a summary may not", () => {
  for (const theme of themes) {
    const summary = theme.summary.replaceAll("{place}", "Matlock");
    expect(checkSummary(summary, theme.words.join(" ").replaceAll("{place}", "Matlock")).problems).toEqual(
      [],
    );
    expect(mustHold(detect(theme.title.replaceAll("{place}", "Matlock")))).toBe(false);
  }
});
