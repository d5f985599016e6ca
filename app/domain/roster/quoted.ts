const mostLetters = 40;

/** A cell in a sentence of ours: short, and without what a spreadsheet or a terminal would take for more than text. */
export function quoted(cell: string): string {
  const text = cell.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
  if (text === "") return "An empty cell";
  return `“${text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text}”`;
}
