import { createRandom, type Random } from "../random.ts";

/** A sequence of choices of its own for each thing that is told, so that no telling changes another's. */
export function chanceOf(...parts: readonly (string | number)[]): Random {
  // FNV-1a, 32 bits.
  let hash = 0x811c9dc5;
  for (const character of parts.join(":")) {
    hash ^= character.charCodeAt(0);
    hash = Math.imul(hash, 0x01000193);
  }
  return createRandom(hash);
}

/** One of several, each as often as its weight says. Throws where there is none. */
export function pickByWeight<Item>(random: Random, items: readonly (readonly [Item, number])[]): Item {
  const all = items.reduce((sum, [, weight]) => sum + weight, 0);
  let left = random.next() * all;
  for (const [item, weight] of items) {
    left -= weight;
    if (left < 0) return item;
  }
  const last = items.at(-1);
  if (last === undefined) throw new Error("Nothing to choose from.");
  return last[0];
}
