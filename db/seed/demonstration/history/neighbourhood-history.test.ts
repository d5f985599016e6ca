import { expect, test } from "vitest";
import { retally } from "#app/domain/ballot/published.ts";
import { detect, mustHold } from "#app/domain/concern/detection/detect.ts";
import { checkSummary } from "#app/domain/concern/summary-check.ts";
import { buildHistoryPlaces } from "./history-places.ts";
import { tellNeighbourhood } from "./neighbourhood-history.ts";
import type { HistoryPeople } from "./telling.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { themes } from "./themes.ts";

const today = "2026-11-26";
const people: HistoryPeople = {
  sergeantId: seedId("account", "sergeant"),
  inspectorId: seedId("account", "inspector"),
  analystId: seedId("account", "analyst"),
  officerIds: [seedId("account", "officer")],
  partnerIds: new Map(),
};
const places = buildHistoryPlaces();
const histories = places.map((place) => tellNeighbourhood(place, today, people));

test("the same neighbourhood and day give the same history", () => {
  const [first] = places;
  expect(first && tellNeighbourhood(first, today, people)).toEqual(histories[0]);
});

test("neighbourhoods stand at every stage of their eighth cycle", () => {
  const stages = histories.map(({ cycles }) => cycles.at(-1)?.stage);
  expect(histories.every(({ cycles }) => cycles.length === 8)).toBe(true);
  for (const stage of ["raising", "research", "shortlisting", "voting", "panel", "live", "reviewing"])
    expect(stages).toContain(stage);
  expect(stages.slice(0, 3)).toEqual(["voting", "panel", "raising"]);
});

test("where visitors may be members of a panel that decides, it has been called", () => {
  const open = histories[1]?.resolutions.find(({ state, kind }) => state === "open" && kind === "adopt");
  expect(open).toMatchObject({ membersTotal: 8, quorum: 4, heldOn: "2026-11-25" });
  const members = histories[1]?.resolutionMembers.filter(({ resolutionId }) => resolutionId === open?.id);
  expect(members).toHaveLength(8);
  const motions = histories[1]?.resolutionItems.filter(({ resolutionId }) => resolutionId === open?.id);
  expect(motions?.length).toBeGreaterThanOrEqual(3);
});

test("where visitors look first, there is a plan at each stage and each end", () => {
  const states = (at: number) => histories[at]?.priorities.map(({ state }) => state);
  expect(states(0)).toEqual(expect.arrayContaining(["in-progress", "feedback-open", "signed-off"]));
  expect(states(1)).toEqual(expect.arrayContaining(["panel-decision", "returned", "signed-off"]));
  expect(states(2)).toEqual(expect.arrayContaining(["recurred", "in-progress", "closed-without-signoff"]));
  const late = histories[0]?.planActions.find(({ state, dueOn }) => state === "open" && dueOn < today);
  expect(late?.publicReason).toMatch(/./);
  expect(histories[2]?.plans.map(({ standing }) => standing)).toContain("paused");
  expect(histories[1]?.feedbackRounds).toContainEqual(
    expect.objectContaining({ kind: "sign-off", isFewReplies: true }),
  );
  const signOff = histories[1]?.resolutions.find(
    ({ state, kind }) => state === "open" && kind === "sign-off",
  );
  expect(signOff).toMatchObject({ membersTotal: 8, quorum: 4 });
  expect(
    histories[1]?.resolutionMembers.filter(({ resolutionId }) => resolutionId === signOff?.id),
  ).toHaveLength(8);
});

test("the same holds on any day", () => {
  for (const day of ["2026-12-31", "2027-03-28", "2028-02-29"]) {
    const [first, second, third] = places.slice(0, 3).map((place) => tellNeighbourhood(place, day, people));
    expect(first?.priorities.map(({ state }) => state)).toContain("feedback-open");
    expect(second?.priorities.map(({ state }) => state)).toContain("panel-decision");
    expect(third?.priorities.map(({ state }) => state)).toContain("recurred");
  }
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
