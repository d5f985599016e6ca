import { ImportRefused } from "#app/services/edition/import.server.ts";

const longestLine = 100_000;

/**
 * The lines of a text that comes in pieces, some at a time, without their ends; a last line that is empty is none.
 * Throws `ImportRefused` at a line so long that this is no such text.
 */
export async function* linesOf(pieces: AsyncIterable<string>, entryName: string): AsyncGenerator<string[]> {
  let carried = "";
  let before = 0;
  for await (const piece of pieces) {
    const lines = (carried + piece).split("\n");
    carried = lines.pop() ?? "";
    const tooLong = [...lines, carried].findIndex((line) => line.length > longestLine);
    if (tooLong >= 0) {
      throw new ImportRefused(
        `${entryName}: line ${before + tooLong + 1} is longer than ${longestLine.toLocaleString("en-GB")} characters.`,
      );
    }
    before += lines.length;
    if (lines.length > 0) yield lines.map(withoutReturn);
  }
  if (carried !== "") yield [withoutReturn(carried)];
}

const withoutReturn = (line: string) => (line.endsWith("\r") ? line.slice(0, -1) : line);
