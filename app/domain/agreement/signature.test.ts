import { describe, expect, test } from "vitest";
import { missingSignatures, problemsOfSignature } from "./signature.ts";

const today = "2026-11-26";

describe("what is wrong with a signature", () => {
  const signature = { signatory: "Sam Okafor", position: "Chief executive", signedOn: today };
  test.each([
    ["a whole one", {}, []],
    ["no name", { signatory: " " }, ["signatory"]],
    ["no position", { position: "" }, ["position"]],
    ["too long a name", { signatory: "x".repeat(101) }, ["signatory"]],
    ["tomorrow", { signedOn: "2026-11-27" }, ["signedOn"]],
    [
      "everything",
      { signatory: "", position: "", signedOn: "2027-01-01" },
      ["signatory", "position", "signedOn"],
    ],
  ])("%s", (_, changes, expected) => {
    expect(problemsOfSignature({ ...signature, ...changes }, today).map(({ field }) => field)).toEqual(
      expected,
    );
  });
});

describe("whose signatures are missing", () => {
  const police = { isPolice: true, signedOn: today, leftAt: null };
  const partner = { isPolice: false, signedOn: today, leftAt: null };
  const noPolice = "The police have not signed";
  const noPartner = "No partner has signed";
  test.each([
    [
      "nobody has signed",
      [
        { ...police, signedOn: null },
        { ...partner, signedOn: null },
      ],
      [noPolice, noPartner],
    ],
    ["the police alone", [police, { ...partner, signedOn: null }], [noPartner]],
    ["a partner alone", [{ ...police, signedOn: null }, partner], [noPolice]],
    ["one partner of two", [police, partner, { ...partner, signedOn: null }], []],
    ["a partner who left", [police, { ...partner, leftAt: new Date("2026-11-01T12:00:00Z") }], [noPartner]],
  ])("%s", (_, parties, expected) => {
    expect(missingSignatures(parties)).toEqual(expected);
  });
});
