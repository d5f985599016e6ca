import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { distanceMetres } from "./distance.ts";
import { looksLikeNationalGrid, nationalGridToWgs84 } from "./national-grid.ts";

// The test points Ordnance Survey publishes with OSTN15 (ETRS89, which is WGS84 to within a metre).
const ordnanceSurveyPoints = [
  ["TP01", 91492.146, 11318.804, 49.92226394, -6.29977752],
  ["TP02", 170370.718, 11572.405, 49.96006138, -5.2030461],
  ["TP04", 449816.371, 75335.861, 50.57563665, -1.29782277],
  ["TP07", 639821.835, 169565.858, 51.37447026, 1.4445473],
  ["TP09", 530624.974, 178388.464, 51.48936565, -0.11992557],
  ["TP14", 562180.547, 319784.995, 52.75136687, 0.40153547],
  ["TP15", 454002.834, 340834.943, 52.96219109, -1.19747656],
  ["TP16", 357455.843, 383290.436, 53.3448028, -2.64049321],
  ["TP20", 422242.186, 433818.701, 53.8002152, -1.66379168],
  ["TP26", 256340.925, 664697.269, 55.85399953, -4.29649016],
  ["TP31", 9587.909, 899448.996, 57.81351838, -8.57854456],
  ["TP32", 71713.132, 938516.404, 58.21262247, -7.59255561],
  ["TP40", 395999.668, 1138728.951, 60.13308092, -2.07382823],
] as const;

test.each(ordnanceSurveyPoints)(
  "test point %s is within 3 m of where it is",
  (_, easting, northing, lat, lng) => {
    expect(distanceMetres(nationalGridToWgs84(easting, northing), [lng, lat])).toBeLessThan(3);
  },
);

test.each([
  [-1, 300_000],
  [700_001, 300_000],
  [400_000, -1],
  [400_000, 1_300_001],
  [NaN, 300_000],
  [400_000, Infinity],
])("refuses %d, %d", (easting, northing) => {
  expect(() => nationalGridToWgs84(easting, northing)).toThrow(RangeError);
});

test.each([
  [436_031, 335_411, true],
  [150, 12_000, true],
  [-1.4, 52.9, false],
  [52.9, -1.4, false],
  [1.5, 60.5, false],
  [-160_000, 6_900_000, false],
  [NaN, NaN, false],
])("looksLikeNationalGrid(%d, %d) is %s", (x, y, looksLike) => {
  expect(looksLikeNationalGrid(x, y)).toBe(looksLike);
});

const derbyshire = "../shared/data/postcodes/postcodes_derbyshire_2025-11.csv";

describe.skipIf(!existsSync(derbyshire))(
  "the postcodes of Derbyshire (skipped without the open data)",
  () => {
    test("all lie within 3 m of the coordinates computed by others", () => {
      const rows = readFileSync(derbyshire, "utf8").trim().split("\n").slice(1);
      const furthest = rows.reduce((worst, row) => {
        const [, lat, lng, easting, northing] = row.split(",").map(Number);
        if (lat === undefined || lng === undefined || easting === undefined || northing === undefined)
          return Infinity;
        return Math.max(worst, distanceMetres(nationalGridToWgs84(easting, northing), [lng, lat]));
      }, 0);
      expect(rows).toHaveLength(26_465);
      expect(furthest).toBeLessThan(3);
    });
  },
);
