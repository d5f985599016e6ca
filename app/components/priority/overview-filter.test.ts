import { expect, test } from "vitest";
import { readOverviewFilter } from "./overview-filter.ts";

const nothing = { area: null, theme: null, stage: null, isLateOnly: false, order: "late" };

test.each([
  ["", nothing],
  ["area=bcu:B:1", { ...nothing, area: { kind: "bcu", code: "B:1" } }],
  ["area=county:1&theme=fish&stage=&late=maybe&order=size", nothing],
  ["area=bcu:", nothing],
  [
    "theme=parking&stage=adopted&late=on&order=place",
    { ...nothing, theme: "parking", stage: "adopted", isLateOnly: true, order: "place" },
  ],
])("%j", (query, filter) => {
  expect(readOverviewFilter(new URLSearchParams(query))).toEqual(filter);
});
