import { describe, expect, test } from "vitest";
import { problemsOfAgreement, saysTheSame, type AgreementText } from "./wanted.ts";

const text: AgreementText = {
  title: "Joint tasking in Amber Valley",
  partnershipId: null,
  purpose: "To prevent crime and disorder together.",
  gateway: "crime-and-disorder-115",
  dataItems: "Problems, places, and what is done about them.",
  security: "Read on this platform, by named people.",
  retention: "As the schedule of the platform says.",
  dpia: "DPIA-2026-14",
};
const police = { isPolice: true };
const partner = { isPolice: false };
const fieldsOf = (changes: Partial<AgreementText>, parties = [police, partner]) =>
  problemsOfAgreement({ ...text, ...changes }, parties).map(({ field }) => field);

describe("what is wrong with an agreement", () => {
  test("nothing with a whole one", () => {
    expect(fieldsOf({})).toEqual([]);
  });

  test.each(["title", "purpose", "dataItems", "security", "retention", "dpia"] as const)(
    "%s left empty",
    (field) => {
      expect(fieldsOf({ [field]: " \n" })).toEqual([field]);
    },
  );

  test.each([
    ["title", 120],
    ["purpose", 3_000],
    ["dpia", 60],
  ] as const)("%s of more than %i characters", (field, most) => {
    expect(fieldsOf({ [field]: "x".repeat(most) })).toEqual([]);
    expect(fieldsOf({ [field]: "x".repeat(most + 1) })).toEqual([field]);
  });

  test.each([
    ["nobody", []],
    ["the police alone", [police]],
    ["two partners", [partner, partner]],
  ])("parties: %s", (_, parties) => {
    expect(fieldsOf({}, parties)).toEqual(["parties"]);
  });

  test("all of it at once, so that nothing is asked twice", () => {
    expect(fieldsOf({ title: "", dpia: "" }, [])).toEqual(["title", "dpia", "parties"]);
    expect(fieldsOf({ title: "MARAC in Amber Valley" })).toEqual(["title"]);
  });
});

test.each([
  ["the same", {}, true],
  ["with spaces around", { purpose: ` ${text.purpose}\n` }, true],
  ["another purpose", { purpose: "Something else." }, false],
  ["another power", { gateway: "other" }, false],
  ["another partnership", { partnershipId: "6d6e1f5e-0f57-4c57-8b53-0f2b4d4c5a01" }, false],
] as const)("says the same: %s", (_, changes, expected) => {
  expect(saysTheSame(text, { ...text, ...changes })).toBe(expected);
});
