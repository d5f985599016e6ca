import { expect, test } from "vitest";
import { placeLabels } from "./label-placement.ts";

const words = (labels: { words: string }[]) => labels.map((label) => label.words);

test.each([
  { name: "nothing", wanted: [], placed: [] },
  {
    name: "two that are apart both stand",
    wanted: [
      { words: "Belper", x: 0, y: 0, roomPixels: 100 },
      { words: "Ripley", x: 0, y: 40, roomPixels: 90 },
    ],
    placed: ["Belper", "Ripley"],
  },
  {
    name: "of two that touch the roomier stands",
    wanted: [
      { words: "Ripley", x: 10, y: 4, roomPixels: 90 },
      { words: "Belper", x: 0, y: 0, roomPixels: 100 },
    ],
    placed: ["Belper"],
  },
  {
    name: "one too long for its area waits for a nearer zoom",
    wanted: [{ words: "Hadfield and Tintwistle", x: 0, y: 0, roomPixels: 60 }],
    placed: [],
  },
  {
    name: "here always stands",
    wanted: [
      { words: "Hadfield and Tintwistle", x: 0, y: 0, roomPixels: 60, isFirst: true },
      { words: "Glossop", x: 5, y: 5, roomPixels: 400 },
    ],
    placed: ["Hadfield and Tintwistle"],
  },
])("$name", ({ wanted, placed }) => {
  expect(words(placeLabels(wanted))).toEqual(placed);
});
