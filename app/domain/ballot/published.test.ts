import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { publishedBallots, retally } from "./published.ts";
import { tallyOf, type CountedBallot } from "./tally.ts";

const candidates = Array.from({ length: 10 }, (_, index) => ({
  id: `candidate-${index + 1}`,
  number: index + 1,
  raisers: 1,
  score: null,
}));
const ballot = (numbers: number[], isQuarantined = false): CountedBallot => ({
  choices: numbers.map((number) => `candidate-${number}`),
  mode: "online",
  batchId: null,
  isQuarantined,
});

test("a line per ballot that counts, its choices in order, the lines sorted", () => {
  const ballots = [ballot([3, 1]), ballot([10]), ballot([2]), ballot([1, 3]), ballot([5], true)];
  expect(publishedBallots(ballots, candidates)).toEqual({
    csv: "choices\r\n1 3\r\n1 3\r\n10\r\n2\r\n",
    ballots: 4,
    quarantined: 1,
  });
});

test("no ballot is an empty table", () => {
  expect(retally(publishedBallots([], candidates).csv)).toEqual({ ballots: 0, votes: new Map() });
});

test.each([
  "",
  "choices",
  "choices\r\n1",
  "choice\r\n1\r\n",
  "choices\r\n\r\n",
  "choices\r\n0\r\n",
  "choices\r\n1,2\r\n",
  "choices\n1\n",
])("%j is not of that form", (csv) => {
  expect(retally(csv)).toBeNull();
});

const anyBallots = fc.array(
  fc.record<CountedBallot>({
    choices: fc.uniqueArray(fc.constantFrom(...candidates.map(({ id }) => id)), {
      minLength: 1,
      maxLength: 3,
    }),
    mode: fc.constantFrom("online", "paper", "phone", "assisted"),
    batchId: fc.constantFrom(null, "b1"),
    isQuarantined: fc.boolean(),
  }),
  { maxLength: 60 },
);

describe("laws of the published ballots", () => {
  test("anyone counts what was certified", () => {
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const tally = tallyOf(ballots, candidates, 20);
        const again = retally(publishedBallots(ballots, candidates).csv);
        expect(again?.ballots).toBe(tally.ballots);
        for (const { number, votes } of tally.rows) expect(again?.votes.get(number) ?? 0).toBe(votes);
      }),
    );
  });

  test("the seal is the same in whatever order, by whatever way the ballots came", () => {
    const seal = (csv: string) => createHash("sha256").update(csv).digest("hex");
    fc.assert(
      fc.property(anyBallots, (ballots) => {
        const otherwise = [...ballots].reverse().map((one): CountedBallot => ({
          ...one,
          mode: "paper",
          batchId: "b9",
          choices: [...one.choices].reverse(),
        }));
        expect(seal(publishedBallots(otherwise, candidates).csv)).toBe(
          seal(publishedBallots(ballots, candidates).csv),
        );
      }),
    );
  });
});
