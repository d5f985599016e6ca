import { expect, test } from "vitest";
import { mostEntryCharacters, problemsOfDecision, problemsOfNote } from "./recording.ts";

test.each<[string, string[]]>([
  ["The lights on the rec are out again.", []],
  ["   ", ["Enter what was said"]],
  ["word ".repeat(500), [`Shorten this to ${mostEntryCharacters} characters or fewer`]],
  ["Leave it to MARAC", ["Take out “MARAC”. MARAC has its own secure meeting: leave it there"]],
])("a note %.30j", (words, messages) => {
  expect(problemsOfNote(words)).toEqual(messages.map((message) => ({ field: "words", message })));
});

test.each<[string, string, string[]]>([
  ["Close the gate at night", "Residents asked for it", []],
  ["Close the gate at night", "", ["reason"]],
  ["", "Residents asked for it", ["words"]],
  ["", "", ["words", "reason"]],
  ["Close the gate at night", "Mr Hollis asked for it", ["reason"]],
])("a decision %j because %j", (words, reason, fields) => {
  expect(problemsOfDecision(words, reason).map(({ field }) => field)).toEqual(fields);
});
