import { describe, expect, test } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import {
  communityShareInWords,
  overviewOf,
  type OverviewFilter,
  type OverviewPlace,
  type OverviewPriority,
  type OverviewRow,
} from "./overview.ts";

const today = "2026-11-26";
const place = (slug: string, team = "T1"): OverviewPlace => ({
  slug,
  name: slug,
  bcu: { code: "B1", name: "North" },
  section: { code: "S1", name: "Peak" },
  team: { code: team, name: team },
  cycle: null,
});
const priority = (reference: string, given: Partial<OverviewPriority> = {}): OverviewPriority => ({
  reference,
  title: reference,
  category: "speeding",
  origin: "community-cycle",
  state: "in-progress",
  isLowParticipation: false,
  isInterim: false,
  isTakenDown: false,
  isReviewDue: false,
  hasPlans: true,
  adoptedOn: "2026-11-01",
  stateSince: "2026-11-02",
  lastPublicOn: "2026-11-20",
  ...given,
});
const rows: OverviewRow[] = [
  { place: place("alfreton"), priority: priority("P-new") },
  // The answer was due on 17 November: nine days late.
  {
    place: place("buxton", "T2"),
    priority: priority("P-late", { state: "adopted", stateSince: "2026-11-10", adoptedOn: "2026-11-10" }),
  },
  // 100 days without news: nine days past the 91.
  {
    place: place("chapel", "T2"),
    priority: priority("P-old", {
      adoptedOn: "2026-01-01",
      lastPublicOn: "2026-08-18",
      category: "parking",
      isLowParticipation: true,
      origin: "snt-urgent",
    }),
  },
  { place: place("darley"), priority: null },
];
const all: OverviewFilter = { area: null, theme: null, stage: null, isLateOnly: false, order: "late" };
const shown = (filter: Partial<OverviewFilter>) =>
  overviewOf(rows, { ...all, ...filter }, today, defaultSettings).lines.map(
    (line) => line.priority.reference,
  );

describe("the overview", () => {
  test.each<[adoptedOn: string, hasPlans: boolean, late: string[]]>([
    ["2026-11-12", false, []],
    ["2026-11-11", false, ["The plans are 1 day overdue"]],
    ["2026-11-11", true, []],
  ])("adopted on %s, both plans there: %s", (adoptedOn, hasPlans, late) => {
    const one = { place: place("alfreton"), priority: priority("P-one", { adoptedOn, hasPlans }) };
    const [line] = overviewOf([one], all, today, defaultSettings).lines;
    expect(line?.standing.late.map(({ words }) => words)).toEqual(late);
  });

  test.each<[string, Partial<OverviewFilter>, string[]]>([
    ["late first, of equal lateness the oldest", {}, ["P-old", "P-late", "P-new"]],
    ["by age", { order: "age" }, ["P-old", "P-new", "P-late"]],
    ["by neighbourhood", { order: "place" }, ["P-new", "P-late", "P-old"]],
    ["late only", { isLateOnly: true }, ["P-old", "P-late"]],
    ["one theme", { theme: "parking" }, ["P-old"]],
    ["one stage", { stage: "adopted" }, ["P-late"]],
    ["one team", { area: { kind: "team", code: "T1" } }, ["P-new"]],
    ["one neighbourhood", { area: { kind: "neighbourhood", code: "buxton" } }, ["P-late"]],
    ["a BCU", { area: { kind: "bcu", code: "B2" } }, []],
  ])("%s", (_, filter, references) => {
    expect(shown(filter)).toEqual(references);
  });

  test("counts all of the area, whatever is shown of it", () => {
    const { totals, without } = overviewOf(rows, { ...all, theme: "drugs" }, today, defaultSettings);
    expect(totals).toEqual({
      neighbourhoods: 4,
      withNone: 1,
      priorities: 3,
      late: 2,
      lowParticipation: 1,
      communityChosen: 2,
    });
    expect(without.map(({ slug }) => slug)).toEqual(["darley"]);
  });
});

test.each([
  [0, 0, "No priority is in force here."],
  [
    300,
    299,
    "99 per cent of priorities in force were chosen by residents (299 of 300). The target is 100 per cent.",
  ],
  [
    3,
    3,
    "100 per cent of priorities in force were chosen by residents (3 of 3). The target is 100 per cent.",
  ],
])("of %i priorities %i", (priorities, communityChosen, words) => {
  expect(communityShareInWords({ priorities, communityChosen })).toBe(words);
});
