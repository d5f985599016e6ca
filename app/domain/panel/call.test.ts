import { describe, expect, it, test } from "vitest";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { callRefusal, panelOf, type CalledBefore, type PanelGround } from "./call.ts";
import { notAdoptedReason } from "./not-adopted.ts";
import { prefilledRationale } from "./prefilled.ts";

const first: CalledBefore = {
  stage: "panel",
  shortlisted: 4,
  isCertified: true,
  hasOpen: false,
  hasDecided: false,
  rounds: 0,
};

describe("calling a cycle's panel", () => {
  it.each<[string, Partial<CalledBefore>, string | null]>([
    ["the vote is closed and certified", {}, null],
    ["the vote is open", { stage: "voting" }, "once the vote has closed"],
    ["its days are over and it never met", { stage: "live" }, "once the vote has closed"],
    ["its first meeting had no quorum, and its days are over", { stage: "live", rounds: 1 }, null],
    ["a meeting is open", { hasOpen: true }, "open already"],
    ["it has decided", { hasDecided: true }, "decided already"],
    ["nothing was on the shortlist", { shortlisted: 0 }, "nothing to decide"],
    ["the count is not certified", { isCertified: false }, "certified first"],
  ])("when %s", (_, change, words) => {
    const refusal = callRefusal({ ...first, ...change });
    if (words === null) expect(refusal).toBeNull();
    else expect(refusal).toContain(words);
  });
});

const ids = (count: number, letter: string) => Array.from({ length: count }, (_, n) => `${letter}${n}`);
const ground: PanelGround = {
  panelMemberIds: ids(8, "p"),
  kinMemberIds: ids(6, "k"),
  meetingsWithoutQuorum: 0,
  previousInterimCycles: 0,
};

describe("who decides", () => {
  it.each([
    [8, 4],
    [10, 4],
    [12, 5],
    [15, 6],
  ])("%i members need %i of them", (members, quorum) => {
    const called = panelOf({ ...ground, panelMemberIds: ids(members, "p") }, defaultSettings);
    expect(called).toMatchObject({ ok: true, panel: { quorum, membersTotal: members, standInIds: [] } });
  });

  it("key individuals stand in after two meetings without a quorum, which stays the panel's", () => {
    const once = panelOf({ ...ground, meetingsWithoutQuorum: 1 }, defaultSettings);
    expect(once).toMatchObject({ panel: { standInIds: [] } });
    const twice = panelOf(
      { ...ground, kinMemberIds: [...ids(6, "k"), "p0"], meetingsWithoutQuorum: 2 },
      defaultSettings,
    );
    expect(twice).toMatchObject({ panel: { standInIds: ids(6, "k"), quorum: 4, membersTotal: 8 } });
  });

  it("without a panel the key individuals vote, for two cycles and no third", () => {
    const without = { ...ground, panelMemberIds: [] };
    for (const previousInterimCycles of [0, 1])
      expect(panelOf({ ...without, previousInterimCycles }, defaultSettings)).toMatchObject({
        panel: { isInterim: true, standInIds: ids(6, "k"), quorum: 4 },
      });
    expect(panelOf({ ...without, previousInterimCycles: 2 }, defaultSettings).ok).toBe(false);
    expect(panelOf({ ...without, kinMemberIds: [] }, defaultSettings).ok).toBe(false);
  });
});

test.each([
  [{ isDeparture: true }, "panel-reasons"],
  [{ isLost: true }, "panel-reasons"],
  [{ hadNoRoomAtAll: true }, "no-room"],
  [{ hasRoom: true }, "panel-reasons"],
  [{}, "fewer-votes"],
])("not adopted: %j", (change, reason) => {
  const left = { isDeparture: false, isLost: false, hasRoom: false, hadNoRoomAtAll: false };
  expect(notAdoptedReason({ ...left, ...change })).toBe(reason);
});

test("the rationale begins with what is on record, and leaves the reasons to the panel", () => {
  const known = {
    statement: "Cars drive too fast past the school.",
    raisers: 12,
    trendWords: "Up by a third",
    trendSource: "speed checks",
    harmWords: null,
    vote: { votes: 38, ballots: 64, place: 1 },
  };
  expect(prefilledRationale(known)).toEqual({
    problem: "Cars drive too fast past the school.",
    voteResult: "38 of 64 ballots, place 1.",
    evidence: "12 people raised this. Up by a third. Source: speed checks.",
    whyOverOthers: "",
    successLooksLike: "",
  });
});
