import { expect, test } from "vitest";
import { drawCard, type ShareCard } from "./draw-card.server.ts";

const card: ShareCard = {
  title: "Speeding by the school",
  place: "Alfreton",
  state: "Being worked on",
  result: null,
  isDemonstration: false,
};
const wordsOf = (change: Partial<ShareCard>) =>
  [...drawCard({ ...card, ...change }).matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, words]) => words);

test("says what, where and how it stands", () => {
  expect(wordsOf({})).toEqual([
    "Safer Neighbourhoods",
    "Alfreton",
    "Speeding by the school",
    "Being worked on",
  ]);
});

test("says that it is a demonstration, and the numbers where there are some", () => {
  const words = wordsOf({ isDemonstration: true, result: "11 people answered." });
  expect(words).toContain("Demonstration");
  expect(words.at(-1)).toBe("11 people answered.");
});

test("holds the longest title in three lines", () => {
  const title =
    "Off-road motorcycles on the recreation ground, the old railway and behind Station Road, nightly";
  const lines = wordsOf({ title }).slice(2, -1);
  expect(lines.length).toBeLessThanOrEqual(3);
  expect(lines.join(" ")).toBe(title);
  expect(wordsOf({ title: "A".repeat(200) })[2]).toMatch(/^A+…$/);
  expect(wordsOf({ title: "many words ".repeat(40) }).slice(2, -1)).toHaveLength(3);
});

test("is well formed whatever the title is", () => {
  expect(wordsOf({ title: 'Cats & <dogs> "loose"\u0000' })[2]).toBe(
    "Cats &amp; &lt;dogs&gt; &quot;loose&quot;",
  );
});
