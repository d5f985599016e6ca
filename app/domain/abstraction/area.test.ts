import { expect, test } from "vitest";
import { commonArea, pathTo, type AreaPlace } from "./area-path.ts";
import { areaInAddress, partsOf, readAreaName, wholeForce, type AreaKind } from "./area.ts";

test.each([
  ["force", { kind: "force", code: "" }],
  ["bcu:A", { kind: "bcu", code: "A" }],
  ["neighbourhood:matlock", { kind: "neighbourhood", code: "matlock" }],
  ["team:", null],
  ["team", null],
  ["force:A", null],
  ["post:1", null],
  ["", null],
])("%j in an address", (words, name) => {
  expect(readAreaName(words)).toEqual(name);
  if (name !== null)
    expect(readAreaName(words) && areaInAddress({ ...wholeForce, ...readAreaName(words) })).toBe(words);
});

test("each kind is divided into the next", () => {
  expect([partsOf("force"), partsOf("team"), partsOf("neighbourhood")]).toEqual([
    "bcu",
    "neighbourhood",
    null,
  ]);
});

const area = <Kind extends AreaKind>(kind: Kind, code: string) => ({ kind, code, id: code, name: code });
const place = (bcu: string, section: string, team: string, neighbourhood: string): AreaPlace => ({
  bcu: area("bcu", bcu),
  section: area("section", section),
  team: area("team", team),
  neighbourhood: area("neighbourhood", neighbourhood),
});
const [n1, n2, n3, n4] = [
  place("B1", "S1", "T1", "n1"),
  place("B1", "S1", "T1", "n2"),
  place("B1", "S1", "T2", "n3"),
  place("B2", "S9", "T9", "n4"),
];

test.each<[AreaPlace[], string, string[]]>([
  [[n1], "n1", ["", "B1", "S1", "T1"]],
  [[n1, n2], "T1", ["", "B1", "S1"]],
  [[n1, n3], "S1", ["", "B1"]],
  [[n1, n4], "", []],
  [[], "", []],
])("somebody's own area is the smallest that holds it", (places, code, path) => {
  const found = commonArea(places);
  expect(found.code).toBe(code);
  expect(pathTo(found, places).map((one) => one.code)).toEqual(path);
});
