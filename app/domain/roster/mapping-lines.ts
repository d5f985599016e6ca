/** Pairs as people type them, one a line: "COURT = L1". */
export function readPairs(typed: string): { pairs: Record<string, string> } | { why: string } {
  const pairs: Record<string, string> = {};
  for (const [at, line] of typed.split(/\r?\n/).entries()) {
    if (line.trim() === "") continue;
    const cut = line.lastIndexOf("=");
    const [left, right] = [line.slice(0, cut).trim(), line.slice(cut + 1).trim()];
    if (cut === -1 || right === "") return { why: `Line ${at + 1} must be like this = that` };
    if (Object.hasOwn(pairs, left)) return { why: `Line ${at + 1} says “${left.slice(0, 40)}” again` };
    pairs[left] = right;
  }
  return { pairs };
}

export const writePairs = (pairs: Readonly<Record<string, string>>): string =>
  Object.entries(pairs)
    .map(([left, right]) => `${left} = ${right}`)
    .join("\n");
