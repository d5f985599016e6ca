import { isAscii, isUtf8 } from "node:buffer";
import { ImportRefused } from "#app/services/edition/import.server.ts";

const newline = 0x0a;

/**
 * Decodes UTF-8 piece by piece, without the byte order mark. Throws `ImportRefused` naming the first line that is
 * something else: files saved by a spreadsheet are often Windows-1252.
 */
export async function* decodeUtf8Strict(
  bytes: AsyncIterable<Uint8Array>,
  entryName: string,
): AsyncGenerator<string> {
  let carried = Buffer.alloc(0);
  let line = 1;
  let isFirst = true;
  const refuse = (piece: Buffer): never => {
    throw notUtf8(entryName, line, piece);
  };
  for await (const chunk of bytes) {
    let piece = carried.length === 0 ? Buffer.from(chunk) : Buffer.concat([carried, chunk]);
    if (isFirst && piece.length < 3) {
      carried = piece;
      continue;
    }
    if (isFirst) {
      requireText(entryName, piece);
      if (piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf) piece = piece.subarray(3);
      isFirst = false;
    }
    const whole = piece.subarray(0, piece.length - unfinishedBytes(piece));
    carried = Buffer.from(piece.subarray(whole.length));
    if (isAscii(whole)) yield whole.toString("latin1");
    else if (isUtf8(whole)) yield whole.toString("utf8");
    else refuse(whole);
    line += countNewlines(whole);
  }
  if (isFirst && carried.length > 0) requireText(entryName, carried);
  if (!isUtf8(carried)) refuse(carried);
  if (carried.length > 0) yield carried.toString("utf8");
}

/** The whole text of something small. Throws `ImportRefused` past `maxBytes` or where it is not UTF-8. */
export async function readTextStrict(
  bytes: AsyncIterable<Uint8Array>,
  entryName: string,
  maxBytes: number,
): Promise<string> {
  const pieces: string[] = [];
  let length = 0;
  for await (const piece of decodeUtf8Strict(bytes, entryName)) {
    length += piece.length;
    if (length > maxBytes) throw new ImportRefused(`${entryName} is longer than ${maxBytes} bytes.`);
    pieces.push(piece);
  }
  return pieces.join("");
}

function requireText(entryName: string, head: Buffer) {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (isUtf16) throw new ImportRefused(`${entryName} is UTF-16 text. Save it as UTF-8.`);
  if (head.subarray(0, 4096).includes(0)) throw new ImportRefused(`${entryName} is not a text file.`);
}

function notUtf8(entryName: string, firstLine: number, piece: Buffer): ImportRefused {
  let line = firstLine;
  let from = 0;
  for (;;) {
    const to = piece.indexOf(newline, from);
    const text = piece.subarray(from, to === -1 ? piece.length : to);
    if (to === -1 || !isUtf8(text)) {
      // why: these five bytes mean nothing in Windows-1252.
      const isWindows = !text.some((byte) => [0x81, 0x8d, 0x8f, 0x90, 0x9d, 0].includes(byte));
      const guess = isWindows ? `; it looks like Windows-1252: save it as UTF-8` : "";
      return new ImportRefused(`${entryName}: line ${line} is not UTF-8${guess}.`, [
        { where: `line ${line}`, message: `is not UTF-8${guess}` },
      ]);
    }
    line += 1;
    from = to + 1;
  }
}

/** How many bytes at the end begin a character that the next piece finishes. */
function unfinishedBytes(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back++) {
    const byte = piece[piece.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
  }
  return 0;
}

function countNewlines(piece: Buffer): number {
  let count = 0;
  for (let at = piece.indexOf(newline); at !== -1; at = piece.indexOf(newline, at + 1)) count += 1;
  return count;
}
