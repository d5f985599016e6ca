import { expect, test } from "vitest";
import { placeInWords, type AddedPlace } from "./place-said.ts";

const here = { slug: "matlock", name: "Matlock" };
const chosen: AddedPlace = { point: [-1.555, 53.139], isWhereTheyAre: false };

test.each<[string, AddedPlace, string]>([
  ["here", { ...chosen, area: here }, "A point is chosen in Matlock, to about 100 metres."],
  [
    "next door",
    { ...chosen, area: { slug: "wirksworth", name: "Wirksworth" } },
    "A point is chosen in Wirksworth, to about 100 metres. The Matlock team still gets what you write.",
  ],
  [
    "outside of all",
    { ...chosen, area: null },
    "A point is chosen, outside the neighbourhoods on the map. The Matlock team still gets what you write.",
  ],
  ["come back with the form", chosen, "A point is chosen, to about 100 metres."],
  ["where they stand", { ...chosen, isWhereTheyAre: true }, "We add where you are, to about 100 metres."],
])("%s", (_, added, words) => {
  expect(placeInWords(added, here)).toBe(words);
});
