import { expect, test } from "vitest";
import {
  lastMonthToJudge,
  mostOverdueFirst,
  nextDue,
  reviewedMonth,
  type ImprovementDates,
} from "./improvement-due.ts";

test.each([
  ["2026-11-07", "2026-09-01"],
  ["2026-11-08", "2026-10-01"],
  ["2026-11-30", "2026-10-01"],
  ["2027-01-08", "2026-12-01"],
])("on %s the last month to judge is %s: its duties may be confirmed for a week", (today, month) => {
  expect(lastMonthToJudge(today)).toBe(month);
});

test("a review looks at the last month that is over", () => {
  expect(reviewedMonth("2026-11-01")).toBe("2026-10-01");
});

const dates = (state: ImprovementDates["state"], more: Partial<ImprovementDates> = {}): ImprovementDates => ({
  state,
  since: "2026-05-10",
  liveOn: null,
  reviewedTo: null,
  ...more,
});

test.each<[ImprovementDates, string | null]>([
  [dates("watch"), null],
  [dates("within"), null],
  [dates("closed", { liveOn: "2026-05-10" }), null],
  [dates("plan-required"), "plan 2026-06-07"],
  [dates("plan-live", { liveOn: "2026-05-10" }), "review 2026-06-30"],
  [dates("plan-live", { liveOn: "2026-05-10", reviewedTo: "2026-05-01" }), "review 2026-07-31"],
  [dates("escalated", { liveOn: "2026-02-10", reviewedTo: "2026-12-01" }), "review 2027-02-28"],
])("%j waits for %s", (improvement, due) => {
  const next = nextDue(improvement);
  expect(next === null ? null : `${next.what} ${next.dueOn}`).toBe(due);
});

test("the board reads what is overdue first, then what is most serious", () => {
  const one = (name: string, state: ImprovementDates["state"], dueOn: string | null, lateActions = 0) => ({
    name,
    state,
    due: dueOn === null ? null : { dueOn },
    lateActions,
  });
  const all = [
    one("Within", "within", null),
    one("Watched", "watch", null),
    one("Running", "plan-live", "2026-12-31"),
    one("Running, an action late", "plan-live", "2026-12-31", 2),
    one("Late", "plan-live", "2026-11-20"),
    one("Later", "plan-required", "2026-11-01"),
    one("Escalated", "escalated", "2026-12-31"),
    one("A watched one", "watch", null),
  ];
  expect(mostOverdueFirst(all, "2026-11-24").map(({ name }) => name)).toEqual([
    "Later",
    "Late",
    "Running, an action late",
    "Escalated",
    "Running",
    "A watched one",
    "Watched",
    "Within",
  ]);
});
