import { describe, expect, test } from "vitest";
import { detect, mustHold, routeOf } from "./detect.ts";
import { harmlessExamples, heldExamples } from "./examples.ts";
import { moreHarmless, moreHeld } from "./more-examples.ts";
import { flagWords } from "./flag.ts";

describe("held", () => {
  test.each(heldExamples)("%j: %s, %s", (text, kind, route) => {
    const flags = detect(text);
    expect(
      flags.filter(({ severity }) => severity === "must-hold").map((flag) => flag.kind),
      JSON.stringify(flags),
    ).toContain(kind);
    expect(routeOf(flags)).toBe(route);
  });
});

test.each(moreHeld)("held: %j", (text) => {
  expect(mustHold(detect(text))).toBe(true);
});

describe("not held", () => {
  test.each([...harmlessExamples, ...moreHarmless])("%j", (text) => {
    expect(detect(text).filter(({ severity }) => severity === "must-hold")).toEqual([]);
  });
});

test("the test set is as large as was asked for", () => {
  expect(heldExamples.length).toBeGreaterThanOrEqual(50);
  expect(harmlessExamples.length).toBeGreaterThanOrEqual(30);
  expect(heldExamples.length + harmlessExamples.length).toBeGreaterThanOrEqual(120);
  expect(new Set(heldExamples.map(([, kind]) => kind)).size).toBe(Object.keys(flagWords).length - 1);
});

describe("offsets are of the text as it was given", () => {
  test.each([
    ["ring 07700 900123 now", "phone", "07700 900123"],
    ["é́é ring ０７７００９００１２３!", "phone", "０７７００９００１２３"],
    ["😀 14 Mill Lane 😀", "house-number", "14 Mill Lane"],
    ["\u200bjo\u200b@exam\u00adple.org.", "email", "jo\u200b@exam\u00adple.org"],
    ["she said: he has a kni\u0301fe!", "emergency", "he has a kni\u0301fe"],
    ["it is Mr Hollis again", "name", "Mr Hollis"],
    ["ﬁne, he has a kn1fe", "emergency", "he has a kn1fe"],
  ] as const)("%j", (text, kind, found) => {
    const flag = detect(text).find((one) => one.kind === kind && one.severity === "must-hold");
    expect(flag && text.slice(flag.start, flag.end)).toBe(found);
  });
});

test("nothing in nothing", () => {
  expect(detect("")).toEqual([]);
  expect(mustHold([])).toBe(false);
  expect(routeOf(detect("14 Mill Lane"))).toBe("none");
});

test("the most pressing door wins", () => {
  expect(routeOf(detect("my neighbour is dealing drugs and he has a knife"))).toBe("emergency");
});

const length = 100_000;
const fill = (piece: string) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

// The worst that each pattern can be given; one that backtracks would not come back within the test's own limit.
const worst: readonly (readonly [string, string])[] = [
  ["letters", fill("a")],
  ["spaces", fill(" ")],
  ["digits", fill("1")],
  ["digits and spaces", fill("0 ")],
  ["digits and hyphens", fill("4-")],
  ["dots", fill("a.")],
  ["at signs", fill("a@")],
  ["an address without an end", `${fill("a.")}@${fill("b.")}`],
  ["words", fill("my neighbour ")],
  ["names", fill("Dean Hollis ")],
  ["titles", fill("Mr Mr ")],
  ["accusations", fill("Kyle stole ")],
  ["numbers and streets", fill("14 mill ")],
  ["a street that never comes", fill("1 a b c ")],
  ["births", fill("born dob ")],
  ["sort codes", fill("12-34-56 ")],
  ["plates", fill("ab12 ")],
  ["disguised", fill("k1")],
  ["signs", fill("!@$")],
  ["invisible", fill("\u200b")],
  ["marks", fill("a\u0301")],
  ["a long mark", `a${fill("\u0301")}`],
  ["ligatures", fill("ﷺ")],
  ["half pairs", fill("\ud83d")],
  ["danger", fill("he has a he's got ")],
  ["harm", fill("my partner always my ")],
  ["report", fill("i was just my our ")],
  ["spoken digits", fill("one two ")],
  ["networks", fill("snapchat is ")],
  ["apostrophes", fill("'")],
  ["line ends", fill("\r\n")],
  ["numbers", fill("at number ")],
];

test.each(worst)("100 kB of %s is looked through", (_, text) => {
  const flags = detect(text);
  expect(flags.every(({ start, end }) => start >= 0 && start < end && end <= text.length)).toBe(true);
});
