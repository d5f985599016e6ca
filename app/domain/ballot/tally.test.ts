import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decidingBatches } from "./deciding-batches.ts";
import { rank, tieInWords, type Standing } from "./rank.ts";
import { ballotsInWords, tallyOf, type Candidate, type CountedBallot } from "./tally.ts";

const candidate = (id: string, number: number, raisers: number, score: number | null = 12): Candidate => ({
  id,
  number,
  raisers,
  score,
});
const shortlist = [
  candidate("park", 1, 6),
  candidate("graffiti", 2, 20),
  candidate("speeding", 3, 14),
  candidate("parking", 4, 30),
  candidate("bikes", 5, 9),
];
const ballot = (...choices: string[]): CountedBallot => ({
  choices,
  mode: "online",
  batchId: null,
  isQuarantined: false,
});
const times = (count: number, one: CountedBallot) => Array.from({ length: count }, () => one);

// Speeding 38, bikes 33, park 33, parking 21, graffiti 12.
const sixtyFour = [
  ...times(30, ballot("speeding", "bikes", "park")),
  ...times(8, ballot("speeding")),
  ...times(3, ballot("bikes", "park", "parking")),
  ...times(7, ballot("parking", "graffiti")),
  ...times(11, ballot("parking")),
  ...times(5, ballot("graffiti")),
];

describe("the example of 64 ballots", () => {
  const tally = tallyOf(sixtyFour, shortlist, 20);

  test("speeding, then bikes before park: nine people raised bikes, six the park", () => {
    expect(
      tally.rows.map(({ id, votes, rank: place, tieBrokenBy }) => [id, votes, place, tieBrokenBy]),
    ).toEqual([
      ["speeding", 38, 1, null],
      ["bikes", 33, 2, "raisers"],
      ["park", 33, 3, "raisers"],
      ["parking", 21, 4, null],
      ["graffiti", 12, 5, null],
    ]);
    expect(tally).toMatchObject({ ballots: 64, quarantined: 0, isIndicative: false });
  });

  test("ballots in quarantine are told beside it and do not count", () => {
    const held = times(11, { ...ballot("speeding"), isQuarantined: true });
    const { ballots, quarantined, rows } = tallyOf([...held, ...sixtyFour], shortlist, 20);
    expect({ ballots, quarantined }).toEqual({ ballots: 64, quarantined: 11 });
    expect(rows[0]).toMatchObject({ id: "speeding", votes: 38, votesWithQuarantined: 49, number: 3 });
  });
});

describe("ties", () => {
  const standing = (
    id: string,
    number: number,
    votes: number,
    raisers: number,
    score: number | null,
  ): Standing => ({
    id,
    number,
    votes,
    raisers,
    score,
  });
  test.each<[string, Standing[], [string, number, string[], string | null][]]>([
    [
      "raisers decide before the score",
      [standing("a", 1, 5, 2, 24), standing("b", 2, 5, 3, 0)],
      [
        ["b", 1, [], "raisers"],
        ["a", 2, [], "raisers"],
      ],
    ],
    [
      "the score decides where raisers do not",
      [standing("a", 1, 5, 2, 10), standing("b", 2, 5, 2, 11)],
      [
        ["b", 1, [], "score"],
        ["a", 2, [], "score"],
      ],
    ],
    [
      "a score nobody finished loses to nought",
      [standing("a", 1, 5, 2, null), standing("b", 2, 5, 2, 0)],
      [
        ["b", 1, [], "score"],
        ["a", 2, [], "score"],
      ],
    ],
    [
      "what stays level shares the place, and the next one is left out",
      [standing("c", 3, 4, 9, 9), standing("b", 2, 5, 2, 10), standing("a", 1, 5, 2, 10)],
      [
        ["a", 1, ["b"], "panel"],
        ["b", 1, ["a"], "panel"],
        ["c", 3, [], null],
      ],
    ],
    [
      "two level, a third of as many votes apart",
      [standing("a", 1, 5, 2, 10), standing("b", 2, 5, 2, 10), standing("c", 3, 5, 1, 10)],
      [
        ["a", 1, ["b"], "panel"],
        ["b", 1, ["a"], "panel"],
        ["c", 3, [], "raisers"],
      ],
    ],
  ])("%s", (_, standings, expected) => {
    const rows = rank(standings);
    expect(
      rows.map(({ id, rank: place, tiedWith, tieBrokenBy }) => [id, place, tiedWith, tieBrokenBy]),
    ).toEqual(expected);
    expect(
      rows.map(tieInWords).every((words, index) => (words === null) === (expected[index]?.[3] === null)),
    ).toBe(true);
  });
});

describe("low participation", () => {
  test.each([
    [0, true, "0 ballots, too few for a clear answer"],
    [1, true, "1 ballot, too few for a clear answer"],
    [19, true, "19 ballots, too few for a clear answer"],
    [20, false, "20 ballots"],
  ])("%i ballots: %s", (count, isIndicative, words) => {
    const tally = tallyOf(times(count, ballot("park")), shortlist, 20);
    expect(tally.isIndicative).toBe(isIndicative);
    expect(ballotsInWords(tally)).toBe(words);
  });

  test("quarantined ballots do not make up the number", () => {
    const held = { ...ballot("park"), isQuarantined: true };
    expect(tallyOf([...times(19, ballot("park")), held], shortlist, 20).isIndicative).toBe(true);
  });
});

const ids = shortlist.map(({ id }) => id);
const anyBallot = fc.record<CountedBallot>({
  choices: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 }),
  mode: fc.constantFrom("online", "paper", "phone", "assisted"),
  batchId: fc.constantFrom(null, "b1", "b2", "b3"),
  isQuarantined: fc.boolean(),
});
const anyBallots = fc.array(anyBallot, { maxLength: 40 });

describe("laws of the count", () => {
  test("nothing is gained by coming first, on the shortlist or to the vote", () => {
    fc.assert(
      fc.property(anyBallots, fc.nat(), (ballots, turn) => {
        const at = ballots.length === 0 ? 0 : turn % ballots.length;
        const turned = [...ballots.slice(at), ...ballots.slice(0, at)];
        expect(tallyOf(turned, [...shortlist].reverse(), 20)).toEqual(tallyOf(ballots, shortlist, 20));
      }),
    );
  });

  test("every choice is counted once, every ballot has one mode", () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const tally = tallyOf(ballots, shortlist, 20);
        const counted = ballots.filter(({ isQuarantined }) => !isQuarantined);
        const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);
        expect(sum(tally.rows.map(({ votes }) => votes))).toBe(
          sum(counted.map(({ choices }) => choices.length)),
        );
        expect(sum(tally.rows.map((row) => row.votesWithQuarantined))).toBe(
          sum(ballots.map(({ choices }) => choices.length)),
        );
        expect(sum(Object.values(tally.modes))).toBe(tally.ballots);
        expect(tally.ballots + tally.quarantined).toBe(ballots.length);
      }),
    );
  });

  test("one more vote never lowers a candidate", () => {
    fc.assert(
      fc.property(anyBallots, fc.constantFrom(...ids), (ballots, id) => {
        const placeOf = (some: readonly CountedBallot[]) =>
          tallyOf(some, shortlist, 20).rows.find((row) => row.id === id)?.rank ?? 0;
        expect(placeOf([...ballots, ballot(id)])).toBeLessThanOrEqual(placeOf(ballots));
      }),
    );
  });
});

describe("batches that decide", () => {
  const inBatch = (batchId: string, count: number, ...choices: string[]) =>
    times(count, { ...ballot(...choices), mode: "paper", batchId });
  const online = [...times(5, ballot("speeding")), ...times(3, ballot("bikes")), ...times(1, ballot("park"))];

  test.each<[string, CountedBallot[], string[], boolean]>([
    ["none entered by staff", online, [], false],
    ["one that changes nothing", [...online, ...inBatch("b1", 4, "speeding")], [], false],
    ["one that decides", [...online, ...inBatch("b1", 4, "bikes")], ["b1"], false],
    [
      "two that decide",
      [...online, ...inBatch("b2", 2, "bikes"), ...inBatch("b1", 1, "bikes")],
      ["b1", "b2"],
      true,
    ],
    [
      "two that decide only together",
      [...online, ...inBatch("b1", 3, "bikes"), ...inBatch("b2", 3, "bikes")],
      [],
      true,
    ],
    ["one in the lower places", [...online, ...inBatch("b1", 2, "park", "parking")], [], false],
  ])("%s", (_, ballots, deciding, needsPanelNote) => {
    expect(decidingBatches(ballots, shortlist, 1)).toMatchObject({ deciding, needsPanelNote });
  });

  test("a deciding batch in quarantine decides nothing", () => {
    const held = inBatch("b1", 9, "bikes").map((one) => ({ ...one, isQuarantined: true }));
    expect(decidingBatches([...online, ...held], shortlist, 3).deciding).toEqual([]);
  });

  test("without any batch that does not decide, the first places stay", () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const { deciding } = decidingBatches(ballots, shortlist, 3);
        const top = (some: readonly CountedBallot[]) =>
          tallyOf(some, shortlist, 20)
            .rows.filter((row) => row.rank <= 3)
            .map(({ id, rank: place }) => [id, place]);
        for (const id of ["b1", "b2", "b3"].filter((one) => !deciding.includes(one)))
          expect(top(ballots.filter(({ batchId }) => batchId !== id))).toEqual(top(ballots));
      }),
    );
  });
});
