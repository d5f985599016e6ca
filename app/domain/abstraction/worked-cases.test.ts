import { describe, expect, test } from "vitest";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import type { FigureEntry } from "./attribution.ts";
import { firstCodeTable, type Code } from "./codes.ts";
import { intervalOf, minutesIn, union, type Interval } from "./intervals.ts";
import type { MonthFigure } from "./figure-rows.ts";
import { monthFigures, type FigurePost } from "./month-figures.ts";
import { monthOf, type Month } from "./month.ts";
import { outsideDuty } from "./outside-duty.ts";
import { rateOf } from "./rate.ts";
import { sharesOfMinute } from "./shares.ts";

/** "2026-05-05 08:00" in London, in minutes; where clocks show it twice, the first, or the second after a "+". */
function at(words: string): number {
  const [day = "", clock = ""] = words.replace("+", "").split(" ");
  const [hour = "0", minute = "0"] = clock.split(":");
  const { from } = intervalOf({
    from: londonInstant(day, Number(hour) * 60 + Number(minute)),
    to: new Date(0),
  });
  return words.endsWith("+") ? from + 60 : from;
}

const span = (from: string, to: string): Interval => ({ from: at(from), to: at(to) });
let number = 0;
const entry = (code: Code, from: string, to: string): FigureEntry => ({
  ...span(from, to),
  id: String((number += 1)).padStart(4, "0"),
  code,
  responseTeam: null,
  isExempt: false,
  isAuthorised: true,
});
const post = (duties: Interval[], entries: FigureEntry[], more: Partial<FigurePost> = {}): FigurePost => ({
  kind: "pc",
  fullTimeEquivalent: 1,
  shares: [{ neighbourhoodId: "n1", weight: 1 }],
  duties: duties.map((duty) => ({ ...duty, isConfirmedInTime: true })),
  entries,
  ...more,
});
const figures = (posts: readonly FigurePost[], month: Month = "2026-05-01") =>
  monthFigures(posts, { month, rules: firstCodeTable });

const minutes = (shares: number) => shares / sharesOfMinute;
/** Abstracted and duty in minutes, and what is said of them. */
function said(rows: readonly MonthFigure[], which: "abstractedA" | "abstractedB" = "abstractedA") {
  const duty = rows.reduce((sum, row) => sum + row.duty, 0);
  const abstracted = rows.reduce((sum, row) => sum + row[which], 0);
  return [minutes(abstracted), minutes(duty), rateOf({ duty, abstracted })?.words ?? "no rate"];
}
const saidOf = (posts: readonly FigurePost[], month?: Month) => said(figures(posts, month).months);

const day = "2026-05-05";
const early = span(`${day} 08:00`, `${day} 16:00`);
/** So many hours of duty, eight a day from the first, and so many of each code, from the first on. */
function hours(duty: number, entries: readonly (readonly [Code, number])[]): FigurePost {
  const first = at("2026-05-01 00:00");
  let from = first;
  return post(
    [{ from: first, to: first + duty * 60 }],
    entries.map(([code, length]) => {
      const one = { ...entry(code, day, day), from, to: from + length * 60 };
      from = one.to;
      return one;
    }),
  );
}

describe("worked cases", () => {
  test("1: plain", () => {
    expect(saidOf([post([early], [entry("R1", `${day} 14:00`, `${day} 16:00`)])])).toEqual([
      120,
      480,
      "25.0%, over target",
    ]);
  });

  test("2: a team's month with all codes", () => {
    const { months } = figures([
      hours(600, [
        ["R1", 30],
        ["C1", 12],
        ["A1", 18],
        ["I1", 6],
        ["T1", 24],
        ["L2", 8],
      ]),
    ]);
    expect(said(months)).toEqual([66 * 60, 600 * 60, "11.0%, over target"]);
    expect(said(months, "abstractedB")).toEqual([98 * 60, 600 * 60, "16.3%, over target"]);
  });

  test("3: overlapping entries count each minute once, for the one that started later", () => {
    const { months, codes } = figures([
      post(
        [early],
        [entry("R1", `${day} 09:00`, `${day} 13:00`), entry("C1", `${day} 12:00`, `${day} 15:00`)],
      ),
    ]);
    expect(said(months)).toEqual([360, 480, "75.0%, over target"]);
    expect(codes.map(({ code, minutes: shares }) => [code, minutes(shares)])).toEqual([
      ["R1", 180],
      ["C1", 180],
    ]);
  });

  test("4: what lies beyond the duty is overtime", () => {
    const late = entry("A1", `${day} 14:00`, `${day} 19:00`);
    expect(saidOf([post([early], [late])])).toEqual([120, 480, "25.0%, over target"]);
    expect(outsideDuty(late, [early])).toEqual([span(`${day} 16:00`, `${day} 19:00`)]);
  });

  test("5: over midnight and the end of a month", () => {
    const night = post(
      [span("2026-03-31 22:00", "2026-04-01 07:00")],
      [entry("R2", "2026-03-31 23:30", "2026-04-01 03:30")],
    );
    const [march, april] = [figures([night], "2026-03-01").months, figures([night], "2026-04-01").months];
    expect(said([...march, ...april])).toEqual([240, 540, "44.4%, over target"]);
    expect(said(march)).toEqual([30, 120, "25.0%, over target"]);
    expect(said(april)).toEqual([210, 420, "50.0%, over target"]);
    expect([march[0]?.duties, april[0]?.duties]).toEqual([sharesOfMinute, 0]);
  });

  test("6: the night the clocks go forward is an hour shorter", () => {
    const night = post(
      [span("2026-03-28 22:00", "2026-03-29 07:00")],
      [entry("A1", "2026-03-28 23:00", "2026-03-29 05:00")],
    );
    expect(saidOf([night], "2026-03-01")).toEqual([300, 480, "62.5%, over target"]);
  });

  test.each([
    ["2026-10-25 01:30", 60, "10.0%"],
    ["2026-10-25 01:30+", 120, "20.0%, over target"],
  ])("7: the night the clocks go back, until %s", (until, abstracted, words) => {
    const night = post(
      [span("2026-10-24 22:00", "2026-10-25 07:00")],
      [entry("C1", "2026-10-25 00:30", until)],
    );
    expect(saidOf([night], "2026-10-01")).toEqual([abstracted, 600, words]);
  });

  test("8: sick in mid-duty", () => {
    const { months } = figures([
      post(
        [early],
        [entry("R1", `${day} 08:00`, `${day} 10:00`), entry("U3", `${day} 12:00`, `${day} 16:00`)],
      ),
    ]);
    expect(said(months)).toEqual([120, 240, "50.0%, over target"]);
    expect(months.map(({ unavailable }) => minutes(unavailable))).toEqual([240]);
  });

  test("9: on leave all day there is no rate", () => {
    expect(saidOf([post([early], [entry("U1", `${day} 08:00`, `${day} 16:00`)])])).toEqual([0, 0, "no rate"]);
  });

  test("10: a part-time post counts by its hours", () => {
    const [half, whole] = [hours(20, [["R1", 4]]), hours(40, [])];
    expect(saidOf([{ ...half, fullTimeEquivalent: 0.5 }])[2]).toBe("20.0%, over target");
    expect(saidOf([{ ...half, fullTimeEquivalent: 0.5 }, whole])[2]).toBe("6.7%");
  });

  test("11: time is pooled; a mean of percentages would say 27.5%", () => {
    const [one, other] = [hours(160, [["R1", 8]]), hours(80, [["R1", 40]])];
    expect(saidOf([one, other])).toEqual([48 * 60, 240 * 60, "20.0%, over target"]);
  });

  test.each([
    ["12: a breach that rounds to the target", 1_004, 10_000, "10.04%, over target", true],
    ["13: exactly at the target", 1_200, 12_000, "10.0%", false],
    ["14: May as published", 1_176, 12_000, "9.8%", false],
    ["14: May as corrected in July", 1_224, 12_000, "10.2%, over target", true],
  ])("%s", (_, abstracted, duty, words, isBreach) => {
    expect(rateOf({ duty, abstracted })).toMatchObject({ words, isBreach });
  });

  test("15: a sergeant of four neighbourhoods counts a quarter in each, and once in the force", () => {
    const shares = ["n1", "n2", "n3", "n4"].map((neighbourhoodId) => ({ neighbourhoodId, weight: 0.25 }));
    const { months } = figures([{ ...hours(40, [["R1", 8]]), kind: "sergeant", shares }]);
    expect(months.map((row) => [minutes(row.abstractedA), minutes(row.duty)])).toEqual(
      shares.map(() => [2 * 60, 10 * 60]),
    );
    expect(said(months)).toEqual([8 * 60, 40 * 60, "20.0%, over target"]);
  });

  test("16: the same entry from two sources counts once", () => {
    const twice = [entry("R1", `${day} 14:00`, `${day} 16:00`), entry("R1", `${day} 14:00`, `${day} 16:00`)];
    expect(saidOf([post([early], twice)])).toEqual([120, 480, "25.0%, over target"]);
    expect(figures([post([early], twice)]).codes.map(({ entries }) => entries)).toEqual([1]);
  });

  test("17: the order of magnitude: a tenth of a week of the force is 36 posts", () => {
    const week = 198 * 40 + 176 * 37;
    expect(week).toBe(14_432);
    expect(rateOf({ duty: week * 10, abstracted: week })).toMatchObject({ words: "10.0%", isBreach: false });
    expect(Math.round(week / 10 / 40)).toBe(36);
  });
});

test("a quarter is the sum of its months", () => {
  const duties = ["2026-03-31", "2026-04-30", "2026-05-31"].map((first) =>
    span(`${first} 22:00`, `${first} 23:59`),
  );
  const spread = post(duties, [entry("R1", "2026-03-31 23:00", "2026-06-01 00:00")]);
  const months = ["2026-03-01", "2026-04-01", "2026-05-01"].flatMap(
    (month) => figures([spread], month).months,
  );
  expect(said(months)).toEqual([297, minutesIn(union(duties)), "83.2%, over target"]);
  expect(duties.map(({ from }) => monthOf(new Date(from * 60_000)))).toEqual([
    "2026-03-01",
    "2026-04-01",
    "2026-05-01",
  ]);
});
