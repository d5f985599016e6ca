/** What one neighbourhood of the new boundaries has of one that is gone. */
export interface Piece {
  code: string;
  squareMetres: number;
}

/** A neighbourhood that takes over from one that is gone, with its share of the old area, 0 to 1. */
export interface Successor {
  code: string;
  share: number;
}

const leastShare = 0.1;
// Where a neighbourhood fell into many small pieces, the largest is its heir; less than this is a border drawn anew.
const leastOfLargest = 0.01;

// To a thousandth, so that two halves are alike whatever the arithmetic of their borders.
const shareOf = (part: number, whole: number) => Math.min(1, Math.round((part / whole) * 1000) / 1000);

/**
 * Who succeeds a neighbourhood that is gone: whoever has a tenth of its area or more. The first has most of it and is
 * the heir of what cannot be in two places; of equals, the first by code. Empty where its area went out of the force.
 */
export function successorsAmong(goneSquareMetres: number, pieces: readonly Piece[]): Successor[] {
  if (!(goneSquareMetres > 0)) return [];
  const shares = pieces
    .map(({ code, squareMetres }) => ({ code, share: shareOf(squareMetres, goneSquareMetres) }))
    .filter(({ share }) => share >= leastOfLargest)
    .sort((a, b) => b.share - a.share || (a.code < b.code ? -1 : 1));
  const enough = shares.filter(({ share }) => share >= leastShare);
  return enough.length > 0 ? enough : shares.slice(0, 1);
}
