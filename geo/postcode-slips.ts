import { isCompactPostcode } from "./postcode-format.ts";

const shapes = ["A9", "A99", "A9A", "AA9", "AA9A", "AA99"].map((outward) => `${outward}9AA`);

// Keys that look alike in print. Each list is what may have been meant, not only what the keyboard has near.
const lettersFor: Readonly<Record<string, readonly string[]>> = { "0": ["O"], "1": ["I", "L"], "5": ["S"] };
const digitsFor: Readonly<Record<string, readonly string[]>> = { O: ["0"], I: ["1"], L: ["1"], S: ["5"] };

interface Reading {
  text: string;
  changes: number;
}

const isDigit = (character: string) => character >= "0" && character <= "9";

function readCharacter(character: string, kind: string): readonly string[] {
  if (isDigit(character) === (kind === "9")) return [character];
  return (kind === "9" ? digitsFor : lettersFor)[character] ?? [];
}

function readAs(compact: string, shape: string): Reading[] {
  let readings: Reading[] = [{ text: "", changes: 0 }];
  for (const [position, character] of Array.from(compact).entries()) {
    const meant = readCharacter(character, shape.charAt(position));
    readings = readings.flatMap(({ text, changes }) =>
      meant.map((read) => ({ text: text + read, changes: changes + (read === character ? 0 : 1) })),
    );
  }
  return readings.filter(({ text }) => isCompactPostcode(text));
}

/**
 * The one postcode that was probably meant when O and 0, I or L and 1, or S and 5 were mixed up; null when there
 * is none or more than one reading with the fewest changes.
 * @param compact upper-case letters and digits without a space
 * @example correctSlips("DEI2AB") // "DE12AB"
 */
export function correctSlips(compact: string): string | null {
  const readings = shapes
    .filter((shape) => shape.length === compact.length)
    .flatMap((shape) => readAs(compact, shape));
  const fewest = Math.min(...readings.map(({ changes }) => changes));
  const best = new Set(readings.filter(({ changes }) => changes === fewest).map(({ text }) => text));
  const [only] = best;
  return best.size === 1 && only !== undefined ? only : null;
}
