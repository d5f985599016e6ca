/** A distance as a neighbour would say it: "about 40 metres", "about 2 kilometres". */
export function inWords(metres: number): string {
  if (metres < 1_000) return `about ${Math.max(10, Math.round(metres / 10) * 10)} metres`;
  const kilometres = Math.round(metres / 500) / 2;
  return `about ${kilometres} ${kilometres === 1 ? "kilometre" : "kilometres"}`;
}
