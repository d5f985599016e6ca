import { expect, test } from "vitest";
import { publicLineInWords } from "./line-words.ts";

test.each([
  [
    "repaired the lights on the rec",
    "Amber Valley Borough Council repaired the lights on the rec, 3 March 2027",
  ],
  [
    "Repaired the lights on the rec.",
    "Amber Valley Borough Council repaired the lights on the rec, 3 March 2027",
  ],
  [
    "Amber Valley Borough Council repaired the lights",
    "Amber Valley Borough Council repaired the lights, 3 March 2027",
  ],
  ["CCTV put up at the shops", "Amber Valley Borough Council: CCTV put up at the shops, 3 March 2027"],
  [
    "The hedge along the path is cut back.",
    "Amber Valley Borough Council: the hedge along the path is cut back, 3 March 2027",
  ],
  ["Cut back the hedge", "Amber Valley Borough Council cut back the hedge, 3 March 2027"],
  ["Cutlery was found", "Amber Valley Borough Council: cutlery was found, 3 March 2027"],
])("“%s” reads “%s”", (line, words) => {
  expect(publicLineInWords({ agency: "Amber Valley Borough Council", line, doneOn: "2027-03-03" })).toBe(
    words,
  );
});
