import { expect, test } from "vitest";
import { noFigureYet, publicSentence } from "./public-sentence.ts";
import { revisionsOf, shownOf, type Frozen } from "./shown-figure.ts";

const july = "2026-07-01";
const frozen = (more: Partial<Frozen> = {}): Frozen => ({
  startsOn: july,
  publishedAt: new Date("2026-11-01T00:10:00Z"),
  version: 1,
  posts: 4,
  restatement: null,
  established: 12_000,
  duty: 10_000,
  abstractedA: 900,
  abstractedB: 1_300,
  exempt: 0,
  lent: 0,
  duties: 100,
  confirmed: 100,
  ...more,
});
const said = (...rows: Frozen[]) => publicSentence(july, revisionsOf(rows, shownOf));

test("the sentence, and the promise", () => {
  expect(said(frozen())).toEqual({
    spent:
      "From July to September 2026 your team spent 91 of every 100 duty hours on neighbourhood policing.",
    promise: "The promise is at least 90.",
    beside: [],
  });
});

test.each([
  [{ lent: 400 }, "Of every 100 duty hours, 4 were spent in another neighbourhood."],
  [{ lent: 100 }, "Of every 100 duty hours, 1 was spent in another neighbourhood."],
  [{ lent: 30 }, "Of every 100 duty hours, fewer than 1 was spent in another neighbourhood."],
  [
    { confirmed: 94 },
    "This is provisional: fewer than 95 of every 100 duties were accounted for in time. It may change.",
  ],
  [
    { posts: 2 },
    "The team here is small, so only a range is given: an exact figure would be about one or two people.",
  ],
])("%j is said beside it", (more, sentence) => {
  expect(said(frozen(more))?.beside).toEqual([sentence]);
});

test("exactly 95 of 100 duties are enough", () => {
  expect(said(frozen({ confirmed: 95 }))?.beside).toEqual([]);
});

test("of few posts only the range, and no number of hours lent", () => {
  const words = said(frozen({ posts: 2, lent: 400 }));
  expect(words?.spent).toBe(
    "From July to September 2026 your team spent at least 90, but fewer than 95, of every 100 duty hours on neighbourhood policing.",
  );
  expect(words?.beside[0]).toBe("Some of the duty hours were spent in another neighbourhood.");
  expect(JSON.stringify(shownOf(frozen({ posts: 2, lent: 400 })))).not.toMatch(/9\.0|400|900/);
});

test("what was restated names the old figure", () => {
  const again = {
    abstractedA: 1_004,
    publishedAt: new Date("2026-12-03T09:00:00Z"),
    restatement: "Restated on 3 December 2026: time was recorded late.",
  };
  const words = said(frozen(), frozen(again));
  expect(words?.spent).toContain("just under 90 of every 100");
  expect(words?.beside).toEqual(["Restated on 3 December 2026: time was recorded late. Before, it was 91."]);
});

test("no duty is no figure, and neither is nothing", () => {
  expect(said(frozen({ duty: 0, abstractedA: 0, abstractedB: 0 }))).toEqual({
    spent: "From July to September 2026 no duty of your team is recorded, so there is no figure.",
    promise: null,
    beside: [],
  });
  expect(said()).toBeNull();
  expect(noFigureYet("2026-11-26")).toBe(
    "No figure is published yet. Figures of a quarter come a month after it is over: the next are due on 1 February 2027.",
  );
});
