/** A text broken into short lines, cut off with "…" where there are more of them. */
export function wrapWords(text: string, mostCharacters: number, mostLines: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= mostCharacters) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word.length <= mostCharacters ? word : `${word.slice(0, mostCharacters - 1)}…`;
  }
  if (line !== "") lines.push(line);
  if (lines.length <= mostLines) return lines;
  const last = lines[mostLines - 1] ?? "";
  const cut = last.slice(0, mostCharacters - 1).replace(/[\s.,;:…]+$/, "");
  return [...lines.slice(0, mostLines - 1), `${cut}…`];
}
