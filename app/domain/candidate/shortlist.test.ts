import { describe, expect, test } from "vitest";
import { missingEvidence, raisersInWords, type EvidenceCard, type EvidencePart } from "./evidence.ts";
import { shortlistErrors, type ShortlistEntry } from "./shortlist.ts";

const card: EvidenceCard = {
  problem: "Cars speed past the school at closing time.",
  raisers: 14,
  trend: { words: "Rising for a year.", sources: ["Council speed survey", "Calls to 101"] },
  inHand: "The council measures speed twice a year.",
  harm: "Two children were hurt.",
  underHeard: "Children who walk to school.",
};

describe("an evidence card", () => {
  test.each<[string, Partial<EvidenceCard>, EvidencePart[]]>([
    ["whole", {}, []],
    ["nobody raised it", { raisers: 0 }, []],
    ["no problem", { problem: null }, ["problem"]],
    ["blanks", { harm: " \n" }, ["harm"]],
    ["no trend", { trend: null }, ["trend"]],
    ["no source", { trend: { words: "Rising.", sources: [] } }, ["sources"]],
    ["a blank source", { trend: { words: "Rising.", sources: [" "] } }, ["sources"]],
    ["nothing in hand said", { inHand: "" }, ["inHand"]],
    ["under-heard left out", { underHeard: null }, ["underHeard"]],
  ])("%s", (_, change, missing) => {
    expect(missingEvidence({ ...card, ...change })).toEqual(missing);
  });

  test.each([
    [0, "Nobody raised this directly"],
    [1, "1 person raised this"],
    [12, "12 people raised this"],
  ])("%i: %s", (raisers, words) => {
    expect(raisersInWords(raisers)).toBe(words);
  });
});

describe("a shortlist of 3 to 10", () => {
  const figures = { fewestCandidates: 3, mostCandidates: 10 };
  const on = (count: number): ShortlistEntry[] =>
    Array.from({ length: count }, (_, index) => ({
      id: `${index}`,
      title: `Problem ${index}`,
      card,
      isOn: true,
      reasonLeftOff: null,
    }));
  const off = (reasonLeftOff: string | null): ShortlistEntry => ({
    id: "off",
    title: "Litter",
    card: { ...card, problem: null },
    isOn: false,
    reasonLeftOff,
  });
  const fields = (entries: ShortlistEntry[]) => shortlistErrors(entries, figures).map(({ field }) => field);

  test.each([
    [0, ["shortlist"]],
    [2, ["shortlist"]],
    [3, []],
    [10, []],
    [11, ["shortlist"]],
  ])("%i candidates: %j", (count, expected) => {
    expect(fields(on(count))).toEqual(expected);
  });

  test("what is left off has a reason, and needs no card", () => {
    expect(fields([...on(3), off("The council took it up in May.")])).toEqual([]);
    expect(fields([...on(3), off(null)])).toEqual(["reason-off"]);
    expect(fields([...on(3), off("  ")])).toEqual(["reason-off"]);
  });

  test("what is on it has its evidence", () => {
    const [first, ...others] = on(3);
    if (!first) throw new Error("no first entry");
    const bare = { ...first, card: { ...card, harm: null, trend: null } };
    expect(shortlistErrors([bare, ...others], figures)).toEqual([
      { field: "card-0", message: "Problem 0: Say what the figures show, or that there are none" },
      { field: "card-0", message: "Problem 0: Say who is harmed and how" },
    ]);
  });
});
