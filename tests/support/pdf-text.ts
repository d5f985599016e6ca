import { inflateSync } from "node:zlib";

type Matrix = readonly [number, number, number, number, number, number];

/** What one text object of a sheet draws: its glyphs as the file has them, its baseline from the foot, and its height, in points. */
export interface PrintedText {
  glyphs: string;
  baseline: number;
  height: number;
}

/** The texts of each sheet of a document that Chromium printed. */
export function sheetsOf(pdf: Buffer): PrintedText[][] {
  const source = pdf.toString("latin1");
  return [...source.matchAll(/<<([^<>]*)>>\s*stream\r?\n/g)].flatMap(({ 0: all, 1: entries = "", index }) => {
    // Fonts, pictures and groups have entries of their own; the text of a sheet has none but these.
    if (!/\/FlateDecode/.test(entries) || /\/(Subtype|Length1|Type|FunctionType)\b/.test(entries)) return [];
    const begins = index + all.length;
    const length = Number(/\/Length (\d+)/.exec(entries)?.[1] ?? 0);
    const drawn = inflateSync(pdf.subarray(begins, begins + length)).toString("latin1");
    return drawn.includes("\nBT\n") ? [textsOf(drawn)] : [];
  });
}

const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** `inner`, seen through `outer`. */
const through = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

function textsOf(drawn: string): PrintedText[] {
  const texts: PrintedText[] = [];
  const kept: Matrix[] = [];
  let page = unit;
  let line = unit;
  let size = 0;
  let glyphs = "";
  for (const row of drawn.split("\n")) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = row.split(" ").map(Number);
    if (row === "q") kept.push(page);
    else if (row === "Q") page = kept.pop() ?? unit;
    else if (row.endsWith(" cm")) page = through([a, b, c, d, e, f], page);
    else if (row.endsWith(" Tm")) line = [a, b, c, d, e, f];
    else if (row.endsWith(" Tf")) size = b;
    else if (row === "BT") glyphs = "";
    else if (row.endsWith(" Tj")) glyphs += /<(\w*)>/.exec(row)?.[1] ?? "";
    else if (row === "ET" && glyphs !== "") {
      const [, , , scale, , baseline] = through(line, page);
      texts.push({ glyphs, baseline, height: size * Math.abs(scale) });
    }
  }
  return texts;
}
