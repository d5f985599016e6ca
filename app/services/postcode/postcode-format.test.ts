import { expect, test } from "vitest";
import { parseCodePointLicence, parseCodePointMetadata } from "./import-code-point.server.ts";
import { onspdDate } from "./import-onspd.server.ts";
import { formatOf } from "./postcode-format.server.ts";

test.each([
  ['"DE4 3AG",10,429800,360100,"E92000001","E19000001","E18000004","","E07000035","E05003300"', "code-point"],
  ['"DE43AG",10,429800,360100,"E92000001","","","","E07000035","E05003300"\r', "code-point"],
  ["pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,lat,long", "onspd"],
  ['\uFEFF"pcd7","pcd8","pcds","dointr","doterm","lad25cd","lat","long"', "onspd"],
  ["postcode,lat,lng", "plain"],
  ["Longitude,Latitude,Postcode,District", "plain"],
  ["id,name", null],
  ["DE4 3AG,53.1,-1.5", null],
  ["", null],
])("%s is %s", (line, format) => {
  expect(formatOf(line)).toBe(format);
});

test("reads a release's own words", () => {
  expect(
    parseCodePointMetadata(
      "PRODUCT: OS CODE-POINT\r\nDATASET VERSION NUMBER: 2026.1.0\r\nCOPYRIGHT DATE: 20260120\r\n      DE\t12\r\n       S\t7\r\n",
    ),
  ).toEqual({
    version: "2026.1.0",
    date: "2026-01-20",
    countByArea: new Map([
      ["DE", 12],
      ["S", 7],
    ]),
  });
  expect(parseCodePointMetadata("").date).toBeNull();
  expect(
    parseCodePointLicence("LICENCE\n\nContains OS data © Crown 2026.\nContains Royal Mail data.\n"),
  ).toBe("Contains OS data © Crown 2026. Contains Royal Mail data.");
  expect(parseCodePointLicence("no credit")).toBeNull();
});

test.each([
  ["Data/ONSPD_FEB_2025_UK.csv", "2025-02-01"],
  ["ONSPD_NOV_2024.zip", "2024-11-01"],
  ["postcodes.csv", null],
])("%s is of %s", (name, date) => {
  expect(onspdDate(name)).toBe(date);
});
