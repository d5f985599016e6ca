import { expect, test } from "vitest";
import { findStreetColumns, readStreetRow, type StreetColumns } from "./street-row.ts";

const header = ["Crime ID", "Month", "Longitude", "Latitude", "Crime type"];
const columns: StreetColumns = { month: 1, lng: 2, lat: 3, kind: 4, count: 5 };

test("finds the columns by name, in any order and case", () => {
  expect(findStreetColumns(header)).toEqual(columns);
  expect(findStreetColumns([" CRIME TYPE ", "latitude", "longitude", "month"])).toEqual({
    kind: 0,
    lat: 1,
    lng: 2,
    month: 3,
    count: 4,
  });
});

test("says every column that is missing or there twice", () => {
  expect(findStreetColumns(["Month", "Latitude", "Latitude", "Crime type"])).toEqual({
    wrong: ['column "longitude" is missing', 'column "latitude" is there 2 times'],
  });
});

const row = (...[lng, lat, kind = "Drugs", month = "2024-01"]: string[]) => [
  "",
  month,
  lng ?? "",
  lat ?? "",
  kind,
];

test.each([
  ["a position", row("-1.377978", "53.095745"), { kind: "Drugs", lngLat: [-1.377978, 53.095745] }],
  ["spaces", row(" -1 ", " 53 ", " Drugs "), { kind: "Drugs", lngLat: [-1, 53] }],
  ["the sea off Africa", row("0", "0"), { kind: "Drugs", lngLat: [0, 0] }],
  ["no position", row("", ""), { kind: "Drugs", lngLat: null }],
  ["a kind that nobody knows", row("", "", "Piracy"), { kind: "Piracy", lngLat: null }],
])("reads a row with %s", (_, cells, incident) => {
  expect(readStreetRow(cells, columns, "2024-01")).toEqual(incident);
});

test.each([
  ["too few cells", ["", "2024-01"], "has 2 cells where the header has 5"],
  ["too many cells", [...row("1", "2"), ""], "has 6 cells where the header has 5"],
  ["no month", row("1", "2", "Drugs", ""), 'its month is "", not 2024-01'],
  ["another month", row("1", "2", "Drugs", "2024-02"), 'its month is "2024-02", not 2024-01'],
  ["a long month", row("1", "2", "Drugs", "x".repeat(99)), `its month is "${"x".repeat(20)}…", not 2024-01`],
  ["no kind", row("1", "2", " "), "its crime type is missing"],
  ["a long kind", row("1", "2", "x".repeat(81)), "its crime type is longer than 80 characters"],
  ["a kind that moves the cursor", row("1", "2", "a\u001b[2Jb"), "its crime type holds a control character"],
  ["half a position", row("-1.3", ""), "its latitude is missing"],
  ["the other half", row("", "53"), "its longitude is missing"],
  ["words for degrees", row("east", "53"), 'its longitude is "east", not a number'],
  ["a hexadecimal", row("0x1", "53"), 'its longitude is "0x1", not a number'],
  ["infinity", row("1", "Infinity"), 'its latitude is "Infinity", not a number'],
  ["grid metres", row("436000", "353000"), 'its longitude is "436000", not in degrees'],
  ["a latitude past the pole", row("1", "-90.5"), 'its latitude is "-90.5", not in degrees'],
])("refuses a row with %s", (_, cells, why) => {
  expect(readStreetRow(cells, columns, "2024-01")).toEqual({ why });
});
