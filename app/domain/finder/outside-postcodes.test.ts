import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { inwardToNumber } from "#geo/postcode.ts";
import {
  countOutside,
  findOutsideDistrict,
  inwardCount,
  packInwardTable,
  packOutside,
} from "./outside-postcodes.ts";

const districtCodes = ["E08000019", "E07000034", ""];

const table = (units: Record<string, number>) => {
  const districtByInward = new Uint8Array(inwardCount);
  for (const [inward, district] of Object.entries(units)) districtByInward[inwardToNumber(inward)] = district;
  return districtByInward;
};

describe("an outward code of another force", () => {
  const packed = packInwardTable("S1", table({ "0AA": 1, "1AB": 3, "2HH": 1, "9ZZ": 2 }), districtCodes);

  test.each([
    ["0AA", "E08000019"],
    ["2HH", "E08000019"],
    ["9ZZ", "E07000034"],
    ["1AB", ""],
    ["1AA", null],
    ["0AB", null],
    ["9ZY", null],
  ])("%s is in %j", (inward, district) => {
    expect(findOutsideDistrict(packed, inwardToNumber(inward))).toBe(district);
  });

  it("takes three bytes a postcode", () => {
    expect(packed.units).toHaveLength(12);
    expect(countOutside(packed)).toBe(4);
  });

  it("is written as the table says: inward number big endian, then the district's index", () => {
    expect([...packInwardTable("S1", table({ "2HH": 2 }), districtCodes).units]).toEqual([0x03, 0x9e, 0]);
    expect(inwardToNumber("2HH")).toBe(0x39e);
  });
});

it("leaves out districts that no postcode uses", () => {
  expect(packInwardTable("S1", table({ "0AA": 2 }), districtCodes).districtCodes).toEqual(["E07000034"]);
});

it("finds nothing where nothing is packed", () => {
  const nothing = packInwardTable("S1", table({}), districtCodes);
  expect(nothing.units).toHaveLength(0);
  expect(findOutsideDistrict(nothing, 0)).toBeNull();
});

it("refuses more districts than a byte can hold", () => {
  const districtByInward = Uint16Array.from({ length: inwardCount }, (_, inward) =>
    inward < 256 ? inward + 1 : 0,
  );
  const many = Array.from({ length: 256 }, (_, index) => `E0700${index}`);
  expect(() => packInwardTable("S1", districtByInward, many)).toThrow(RangeError);
  expect(findOutsideDistrict(packInwardTable("S1", districtByInward.fill(0, 255), many), 254)).toBe(
    "E0700254",
  );
});

it("packs postcodes given one by one", () => {
  const packed = packOutside("S1", [
    { inward: "2HE", districtCode: "E08000039" },
    { inward: "1AA", districtCode: "" },
  ]);
  expect(findOutsideDistrict(packed, inwardToNumber("2HE"))).toBe("E08000039");
  expect(findOutsideDistrict(packed, inwardToNumber("1AA"))).toBe("");
  expect(findOutsideDistrict(packed, inwardToNumber("2HF"))).toBeNull();
});

it("gives back for every inward number what was packed", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: inwardCount, maxLength: inwardCount, max: 3 }),
      (districtByInward) => {
        const packed = packInwardTable("DE13", districtByInward, districtCodes);
        for (let inward = 0; inward < inwardCount; inward += 1) {
          const district = districtByInward[inward] ?? 0;
          const expected = district === 0 ? null : (districtCodes[district - 1] ?? null);
          if (findOutsideDistrict(packed, inward) !== expected) return false;
        }
        return true;
      },
    ),
    { numRuns: 25 },
  );
});
