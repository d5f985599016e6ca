import { expect, test } from "vitest";
import type { AttendanceState } from "#app/domain/tasking/meeting.ts";
import { comersInWords } from "./meeting-words.ts";

test.each<[AttendanceState[], string]>([
  [[], ""],
  [["invited"], "1 not answered"],
  [["invited", "coming", "apologies", "coming"], "2 coming, 1 sent apologies, 1 not answered"],
  [["absent", "present", "apologies", "present"], "2 present, 1 sent apologies, 1 did not come"],
])("who comes, of %j", (states, words) => {
  expect(comersInWords(states.map((state) => ({ state })))).toBe(words);
});
