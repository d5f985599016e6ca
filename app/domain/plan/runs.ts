import { diffWordsWithSpace } from "diff";

/** A run of words that both texts have, or one alone. */
export interface Run {
  words: string;
  isChanged: boolean;
}

/** Two texts beside one another, each whole. */
export interface Sides {
  before: readonly Run[];
  after: readonly Run[];
}

// Two texts that have little in common are not worth comparing word by word.
const mostEdits = 2_000;

/** What differs between two texts: word by word in prose. A figure, a day or a choice is another one, however many of its signs are the same. */
export function sidesOf(old: string, now: string, isProse: boolean): Sides {
  const parts = isProse ? diffWordsWithSpace(old, now, { maxEditLength: mostEdits }) : undefined;
  if (parts === undefined) return { before: whole(old), after: whole(now) };
  const side = (other: "added" | "removed") =>
    parts.flatMap((part) =>
      part[other] ? [] : [{ words: part.value, isChanged: part.added || part.removed }],
    );
  return { before: side("added"), after: side("removed") };
}

const whole = (words: string): Run[] => (words === "" ? [] : [{ words, isChanged: true }]);
