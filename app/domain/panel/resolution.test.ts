import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { departuresFrom } from "./departures.ts";
import { freeOfInterest, interestsInWords } from "./interests.ts";
import { countMotion, motionInWords, type Meeting, type PanelChoice, type PanelVote } from "./motion.ts";
import { outreachUntil } from "./low-participation.ts";
import {
  adoptedInWords,
  resolutionErrors,
  type ItemResolution,
  type ResolutionGround,
} from "./resolution.ts";

const voterIds = Array.from({ length: 12 }, (_, index) => `m${index}`);
const meeting: Meeting = {
  heldOn: "2026-06-10",
  voterIds,
  presentIds: voterIds.slice(0, 6),
  interests: [],
  quorum: 5,
  writtenVoteDays: 7,
};
const vote = (memberId: string, choice: PanelChoice, change: Partial<PanelVote> = {}): PanelVote => ({
  memberId,
  choice,
  way: "present",
  castOn: "2026-06-10",
  ...change,
});
const votes = (...choices: PanelChoice[]) => choices.map((choice, index) => vote(`m${index}`, choice));
const count = (some: readonly PanelVote[], change: Partial<Meeting> = {}) =>
  countMotion(some, { ...meeting, ...change }, "speeding");

describe("a motion of a panel of 12, six there", () => {
  test.each<[string, PanelChoice[], boolean]>([
    ["4-1-1", ["for", "for", "for", "for", "against", "abstain"], true],
    [
      "a majority of those voting, most abstaining",
      ["for", "abstain", "abstain", "abstain", "abstain", "abstain"],
      true,
    ],
    ["3-3-0", ["for", "for", "for", "against", "against", "against"], false],
    ["1-2-3", ["for", "against", "against", "abstain", "abstain", "abstain"], false],
    ["all abstain", ["abstain", "abstain", "abstain", "abstain", "abstain", "abstain"], false],
    ["nobody says anything", [], false],
  ])("%s: carried %s", (_, choices, isCarried) => {
    expect(count(votes(...choices))).toMatchObject({ isQuorate: true, isCarried, takingPart: 6 });
  });

  test("is said in figures", () => {
    expect(motionInWords(count(votes("for", "for", "against")))).toBe("2 for, 1 against, 0 abstained");
  });

  test("an interest leaves the item one short, for the vote and for the quorum", () => {
    const interests = [
      { memberId: "m0", candidateId: "speeding" },
      { memberId: "m1", candidateId: "speeding" },
      { memberId: "m2", candidateId: "park" },
    ];
    const motion = count(votes("for", "for", "for", "against", "abstain", "abstain"), { interests });
    expect(motion).toEqual({
      for: 1,
      against: 1,
      abstain: 2,
      takingPart: 4,
      isQuorate: false,
      isCarried: false,
    });
    expect(freeOfInterest(["m0", "m2"], interests, "speeding")).toEqual(["m2"]);
    expect(interestsInWords(interests, "speeding")).toBe("2 members declared an interest and took no part");
    expect(interestsInWords(interests, "park")).toBe("1 member declared an interest and took no part");
    expect(interestsInWords(interests, "bikes")).toBe("No interests were declared");
  });

  test.each<[string, PanelVote, number]>([
    ["in writing on the day", vote("m9", "for", { way: "written" }), 1],
    ["in writing on the seventh day", vote("m9", "for", { way: "written", castOn: "2026-06-17" }), 1],
    ["in writing on the eighth", vote("m9", "for", { way: "written", castOn: "2026-06-18" }), 0],
    ["in writing before the meeting", vote("m9", "for", { way: "written", castOn: "2026-06-09" }), 0],
    ["as present without being there", vote("m9", "for"), 0],
    ["as present on another day", vote("m0", "for", { castOn: "2026-06-11" }), 0],
    ["by somebody outside the panel", vote("sergeant", "for", { way: "written" }), 0],
  ])("a vote %s counts %s", (_, one, expected) => {
    expect(count([one]).for).toBe(expected);
  });

  test("votes in writing make up the quorum, and a member counts once", () => {
    const written = (id: string) => vote(id, "for", { way: "written", castOn: "2026-06-12" });
    const few = { presentIds: ["m0", "m1", "m2"] };
    expect(count([written("m7")], few)).toMatchObject({ takingPart: 4, isQuorate: false });
    expect(count([written("m7"), written("m8"), written("m0")], few)).toMatchObject({
      takingPart: 5,
      isCarried: true,
    });
  });

  test("who changes their mind is counted by the last vote", () => {
    expect(count([vote("m0", "for"), vote("m0", "against")])).toMatchObject({ for: 0, against: 1 });
  });

  test("police at the table make no quorum", () => {
    expect(count([], { presentIds: ["m0", "inspector", "sergeant", "m1", "council"] }).takingPart).toBe(2);
  });
});

const order = ["speeding", "bikes", "park", "parking", "graffiti"].map((id, index) => ({
  id,
  rank: index + 1,
}));

describe("departures from the order of the vote", () => {
  test.each<[string[], [string, string[]][]]>([
    [[], []],
    [["speeding"], []],
    [["speeding", "bikes", "park"], []],
    [["bikes"], [["speeding", ["bikes"]]]],
    [["speeding", "park"], [["bikes", ["park"]]]],
    [
      ["park", "graffiti"],
      [
        ["speeding", ["park", "graffiti"]],
        ["bikes", ["park", "graffiti"]],
        ["parking", ["graffiti"]],
      ],
    ],
  ])("adopting %j: %j", (adopted, expected) => {
    expect(departuresFrom(order, adopted).map((one) => [one.passedOverId, one.insteadIds])).toEqual(expected);
  });

  test("choosing among those of one rank is none", () => {
    const tied = [
      { id: "a", rank: 1 },
      { id: "b", rank: 1 },
      { id: "c", rank: 3 },
    ];
    expect(departuresFrom(tied, ["b"])).toEqual([]);
    expect(departuresFrom(tied, ["b", "c"])).toEqual([{ passedOverId: "a", insteadIds: ["c"] }]);
  });

  test("there is none exactly where the adopted are the first of the order", () => {
    fc.assert(
      fc.property(fc.subarray(order.map(({ id }) => id)), (adopted) => {
        const first = order.slice(0, adopted.length).map(({ id }) => id);
        expect(departuresFrom(order, adopted).length === 0).toBe(adopted.join() === first.join());
      }),
    );
  });
});

describe("a resolution", () => {
  const rationale = {
    problem: "Cars speed past the school.",
    voteResult: "38 of 64 ballots.",
    evidence: "Two surveys.",
    whyOverOthers: "Most votes, most harm.",
    successLooksLike: "Nine in ten drive at 20.",
  };
  const carried = count(votes("for", "for", "for"));
  const item = (candidateId: string, change: Partial<ItemResolution> = {}): ItemResolution => ({
    candidateId,
    title: candidateId,
    motion: carried,
    isAdopted: true,
    rationale,
    reasonPassedOver: null,
    ...change,
  });
  const left = (candidateId: string, reasonPassedOver: string | null = null) =>
    item(candidateId, { isAdopted: false, rationale: {}, reasonPassedOver });
  const ground: ResolutionGround = {
    order,
    room: 3,
    isIndicative: false,
    hasRunOutreach: false,
    needsBatchNote: false,
  };
  type Answer = "outreach" | "adopt-marked" | null;
  const fields = (
    items: ItemResolution[],
    change: Partial<ResolutionGround> = {},
    lowParticipation: Answer = null,
    batchNote: string | null = null,
  ) =>
    resolutionErrors({ items, lowParticipation, batchNote }, { ...ground, ...change }).map(
      ({ field }) => field,
    );

  test.each<[string, ItemResolution[], Partial<ResolutionGround>, string[]]>([
    ["the first three", [item("speeding"), item("bikes"), item("park")], {}, []],
    ["none, which is allowed", [left("speeding"), left("bikes")], {}, []],
    ["none without room", [left("speeding")], { room: 0 }, []],
    ["two where there is room for one", [item("speeding"), item("bikes")], { room: 1 }, ["adopted"]],
    ["one where there is no room", [item("speeding")], { room: 0 }, ["adopted"]],
    ["room overdrawn by an urgent one", [item("speeding")], { room: -1 }, ["adopted"]],
    ["a stranger to the shortlist", [item("force-target")], {}, ["adopted"]],
    ["no majority", [item("speeding", { motion: count(votes("against")) })], {}, ["motion-speeding"]],
    [
      "no quorum",
      [item("speeding", { motion: count(votes("for"), { presentIds: [] }) })],
      {},
      ["motion-speeding"],
    ],
    ["no quorum, nothing adopted", [left("speeding")], {}, []],
    [
      "a blank in the rationale",
      [item("speeding", { rationale: { ...rationale, evidence: " " } })],
      {},
      ["evidence-speeding"],
    ],
    [
      "no rationale",
      [item("speeding", { rationale: {} })],
      {},
      ["problem", "voteResult", "evidence", "whyOverOthers", "successLooksLike"].map(
        (part) => `${part}-speeding`,
      ),
    ],
    ["a departure without a reason", [left("speeding"), item("bikes")], {}, ["reason-speeding"]],
    ["a departure with one", [left("speeding", "The council starts works in May."), item("bikes")], {}, []],
    ["a departure the record leaves out", [item("bikes")], {}, ["reason-speeding"]],
    ["batches that decide, unexplained", [item("speeding")], { needsBatchNote: true }, ["batchNote"]],
  ])("%s", (_, items, change, expected) => {
    expect(fields(items, change)).toEqual(expected);
  });

  test("batches that decide, explained", () => {
    expect(
      fields([item("speeding")], { needsBatchNote: true }, null, "Both were checked on the day."),
    ).toEqual([]);
  });

  test.each<[string, Answer, boolean, number, boolean]>([
    ["says nothing", null, false, 1, false],
    ["decides, marked", "adopt-marked", false, 1, true],
    ["adopts none, marked", "adopt-marked", false, 0, true],
    ["goes and asks", "outreach", false, 0, true],
    ["goes and asks, and adopts", "outreach", false, 1, false],
    ["goes and asks a second time", "outreach", true, 0, false],
    ["decides after it asked", "adopt-marked", true, 1, true],
  ])("after a vote of few the panel %s", (_, answer, hasRunOutreach, adopted, isRight) => {
    const items = adopted === 0 ? [left("speeding")] : [item("speeding")];
    expect(fields(items, { isIndicative: true, hasRunOutreach }, answer)).toEqual(
      isRight ? [] : ["lowParticipation"],
    );
  });

  test("a vote of enough is not marked", () => {
    expect(fields([item("speeding")], {}, "adopt-marked")).toEqual(["lowParticipation"]);
    expect(outreachUntil("2026-06-10", 14)).toBe("2026-06-24");
  });

  test.each([
    [0, "The panel adopted no new priority"],
    [1, "The panel adopted 1 priority"],
    [3, "The panel adopted 3 priorities"],
  ])("%i: %s", (adopted, words) => {
    expect(adoptedInWords(adopted)).toBe(words);
  });
});
