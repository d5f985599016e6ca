import { expect, test } from "vitest";
import { PostcodeChanges, type ComparedPostcode } from "./postcode-changes.ts";

const here: ComparedPostcode = { lng: -1.55, lat: 53.14, districtCode: "E07000035", terminatedIn: null };
const pointless: ComparedPostcode = { ...here, lng: NaN, lat: NaN };
const ended: ComparedPostcode = { ...here, terminatedIn: "2019-06" };
const none = { added: 0, gone: 0, moved: 0, changedDistrict: 0, changed: 0, changedNeighbourhood: 0 };

// The border runs along 1.55 degrees west; nothing lies north of 53.2.
const neighbourhoodAt = (lng: number, lat: number) => (lat > 53.2 ? null : lng < -1.55 ? "DD01" : "DD02");

test.each<[string, ComparedPostcode | null, ComparedPostcode | null, Partial<typeof none>]>([
  ["the same", here, here, {}],
  ["new", null, here, { added: 1 }],
  ["gone", here, null, { gone: 1 }],
  ["ended", here, ended, { gone: 1 }],
  ["come back", ended, here, { added: 1 }],
  ["an ended one no longer named", ended, null, {}],
  ["an ended one named for the first time", null, ended, {}],
  ["measured again, 67 m away", here, { ...here, lng: -1.549 }, {}],
  ["measured again, over the border", here, { ...here, lng: -1.5501 }, { changedNeighbourhood: 1 }],
  ["moved 134 m", here, { ...here, lng: -1.548 }, { moved: 1, changed: 1 }],
  [
    "moved out of every neighbourhood",
    here,
    { ...here, lat: 53.3 },
    { moved: 1, changed: 1, changedNeighbourhood: 1 },
  ],
  ["in another district", here, { ...here, districtCode: "E07000037" }, { changedDistrict: 1, changed: 1 }],
  ["from a source without districts", here, { ...here, districtCode: null }, {}],
  [
    "moved and in another district",
    here,
    { ...here, lng: -1.548, districtCode: "E07000037" },
    { moved: 1, changedDistrict: 1, changed: 1 },
  ],
  ["without a point before", pointless, here, {}],
  ["without a point now", here, pointless, {}],
])("a postcode %s", (_, before, after, expected) => {
  const changes = new PostcodeChanges(neighbourhoodAt);
  changes.compare(before, after);
  expect(changes).toMatchObject({ ...none, ...expected });
});

test("names the biggest moves between neighbourhoods first", () => {
  const changes = new PostcodeChanges(neighbourhoodAt);
  const west = { ...here, lng: -1.5501 };
  for (const [before, after] of [
    [here, west],
    [here, west],
    [west, here],
    [here, { ...here, lat: 53.3 }],
  ] as const) {
    changes.compare(before, after);
  }
  expect(changes.neighbourhoodLines(2)).toEqual(["DD02 → DD01: 2", "DD01 → DD02: 1"]);
  expect(changes.livingBefore).toBe(4);
});
