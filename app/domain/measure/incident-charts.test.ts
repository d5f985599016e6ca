import { describe, expect, test } from "vitest";
import { incidentSeries } from "./incident-charts.ts";
import { addMonths } from "./month.ts";

const months = (count: number) => Array.from({ length: count }, (_, at) => addMonths("2024-01-01", at));

describe("recorded incidents", () => {
  test("are drawn all together, then by kind, the most frequent first", () => {
    const { all, kinds } = incidentSeries({
      months: months(3),
      counts: [
        { month: "2024-01-01", kind: "Drugs", count: 2 },
        { month: "2024-01-01", kind: "Burglary", count: 1 },
        { month: "2024-03-01", kind: "Burglary", count: 4 },
      ],
    });
    expect(all.chart.points.map(({ value }) => value)).toEqual([3, 0, 4]);
    expect(kinds.map(({ title }) => title)).toEqual(["Burglary", "Drugs"]);
    expect(kinds[1]?.chart.points.map(({ value }) => value)).toEqual([2, 0, 0]);
    expect([all.latest, all.before]).toEqual([null, null]);
  });

  test("are compared by years where every month of both is loaded", () => {
    const counts = months(24).map((month, at) => ({ month, kind: "Drugs", count: at < 12 ? 2 : 1 }));
    expect(incidentSeries({ months: months(24), counts }).all).toMatchObject({ latest: 12, before: 24 });
    const gap = months(24).filter((month) => month !== "2024-05-01");
    expect(incidentSeries({ months: gap, counts }).all).toMatchObject({ latest: 12, before: null });
  });

  test("are none where none was recorded", () => {
    expect(incidentSeries({ months: months(2), counts: [] })).toMatchObject({
      all: { chart: { points: [{ value: 0 }, { value: 0 }] } },
      kinds: [],
    });
  });
});
