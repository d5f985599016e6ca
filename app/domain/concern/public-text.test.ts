import { expect, test } from "vitest";
import { problemsOfPublicText, type PublicText } from "./public-text.ts";

const words = "The lads race their bikes up and down Mill Lane past my house at number 14 every night.";
const good: PublicText = {
  title: "Bikes raced at night",
  summary: "Residents are woken by bikes being raced late in the evening.",
  place: "Mill Lane",
};

test.each<[Partial<PublicText>, string[]]>([
  [{}, []],
  [{ place: null }, []],
  [{ title: " " }, ["title"]],
  [{ title: "Mr Hollis and his bikes" }, ["title"]],
  [{ title: "x".repeat(81) }, ["title"]],
  [{ title: "race their bikes up and down Mill Lane past" }, ["title"]],
  [{ place: "14 Mill Lane" }, ["place"]],
  [{ place: "x".repeat(81) }, ["place"]],
  [{ summary: "Bikes" }, ["summary"]],
  [{ title: "14 Mill Lane", place: "DE1 2FS", summary: words }, ["title", "summary", "summary", "place"]],
])("%j", (changes, fields) => {
  expect(problemsOfPublicText({ ...good, ...changes }, words).map(({ field }) => field)).toEqual(fields);
});
