import { expect, test } from "vitest";
import { certifyCount, type CandidateToCount } from "./certified.ts";
import { retally } from "./published.ts";
import type { CountedBallot } from "./tally.ts";

const marks = { evidence: 2, harm: 2, "under-heard": 2, "within-reach": 2, "not-in-hand": 2 } as const;
const candidate = (number: number, raisers: number, rest: Partial<CandidateToCount["marks"]> = {}) => ({
  id: `c${number}`,
  number,
  raisers,
  marks: { ...marks, ...rest },
});
const ballots = (count: number, choices: string[], more: Partial<CountedBallot> = {}): CountedBallot[] =>
  Array.from({ length: count }, () => ({
    choices,
    mode: "online",
    batchId: null,
    isQuarantined: false,
    ...more,
  }));
const figures = { lowParticipationBallots: 20, mostOpenPriorities: 1 };

// 64 ballots: 38, 33, 33, 21, 12; bikes were raised by nine people, park drinking by six.
const example = [
  ...ballots(12, ["c1", "c2", "c5"]),
  ...ballots(19, ["c1", "c2", "c4"]),
  ...ballots(2, ["c1", "c2", "c3"]),
  ...ballots(5, ["c1", "c3"]),
  ...ballots(24, ["c3"]),
  ...ballots(2, ["c3", "c4"]),
];
const shortlist = [candidate(1, 4), candidate(2, 9), candidate(3, 6), candidate(4, 2), candidate(5, 1)];

test("the worked example: the tie goes to more raisers, and each has its mark for support", () => {
  const count = certifyCount(example, shortlist, [], figures);
  expect(count.ballots).toBe(64);
  expect(count.result.rows.map(({ id, votes }) => [id, votes])).toEqual([
    ["c1", 38],
    ["c2", 33],
    ["c3", 33],
    ["c4", 21],
    ["c5", 12],
  ]);
  expect(Object.fromEntries(count.support)).toEqual({ c1: 3, c2: 3, c3: 3, c4: 2, c5: 1 });
});

test("the published lines add up to the certified votes", () => {
  const count = certifyCount([...example, ...ballots(3, ["c5"], { isQuarantined: true })], shortlist, [], {
    ...figures,
  });
  expect(count.quarantined).toBe(3);
  const again = retally(count.csv);
  expect(again?.ballots).toBe(64);
  for (const { number, votes, votesWithQuarantined } of count.result.rows) {
    expect(again?.votes.get(number) ?? 0).toBe(votes);
    expect(votesWithQuarantined).toBe(number === 5 ? votes + 3 : votes);
  }
});

test("a tie in votes and raisers goes to the higher score, support counted", () => {
  const count = certifyCount(
    ballots(4, ["c1", "c2"]),
    [candidate(1, 3), candidate(2, 3, { harm: 4 })],
    [],
    figures,
  );
  expect(count.result.rows.map(({ id, tieBrokenBy }) => [id, tieBrokenBy])).toEqual([
    ["c2", "score"],
    ["c1", "score"],
  ]);
  expect(count.isIndicative).toBe(true);
});

test("batches that nobody finished are named, and so are those that decide", () => {
  const two = [...ballots(3, ["c1"]), ...ballots(4, ["c2"], { mode: "paper", batchId: "b2" })];
  const batches = [
    { id: "b3", number: 3, isChecked: false },
    { id: "b2", number: 2, isChecked: true },
    { id: "b1", number: 1, isChecked: false },
  ];
  const { result } = certifyCount(two, [candidate(1, 1), candidate(2, 1)], batches, figures);
  expect(result.batches).toEqual({ checked: 1, leftOut: [1, 3], deciding: [2] });
  expect(result.needsPanelNote).toBe(false);
  expect(result.modes).toMatchObject({ online: 3, paper: 4 });
});
