/** What the picture beside a link to a priority says. Our words alone: nobody's own. */
export interface ShareCard {
  title: string;
  /** The neighbourhood. */
  place: string;
  /** Where it stands, in words. */
  state: string;
  /** What residents said, in one sentence; null where nobody has been asked. */
  result: string | null;
  isDemonstration: boolean;
}

export const cardWidth = 1200;
export const cardHeight = 630;

const left = 64;
const textWidth = cardWidth - 2 * left;
/** A letter of the bold face, on average of English text, as a share of its size: rather too wide than too narrow. */
const letterWidth = 0.56;
const titleSizes = [68, 58, 50];
const mostTitleLines = 3;

const escaped: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

// A picture cannot hold what XML cannot.
const inXml = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => escaped[sign] ?? "");

/** Words in lines that are no wider than a card at a size; a word that is too long for one is cut. */
function linesOf(text: string, size: number): string[] {
  const most = Math.floor(textWidth / (size * letterWidth));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((one) => one !== "")) {
    const short = word.length > most ? `${word.slice(0, most - 1)}…` : word;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + short.length <= most)
      lines[lines.length - 1] = `${last} ${short}`;
    else lines.push(short);
  }
  return lines;
}

function titleOf(title: string): { size: number; lines: string[] } {
  for (const size of titleSizes) {
    const lines = linesOf(title, size);
    if (lines.length <= mostTitleLines) return { size, lines };
  }
  const size = titleSizes.at(-1) ?? 0;
  const lines = linesOf(title, size).slice(0, mostTitleLines);
  return { size, lines: lines.map((line, at) => (at === mostTitleLines - 1 ? `${line}…` : line)) };
}

interface Style {
  y: number;
  size: number;
  isBold?: boolean;
  fill?: string;
}

const ink = "#12304f";
const quiet = "#4a5a68";

const text = (words: string, { y, size, isBold = false, fill = ink }: Style, x = left) =>
  `<text x="${x}" y="${y}" font-size="${size}" font-weight="${isBold ? 700 : 400}" fill="${fill}">${inXml(words)}</text>`;

/** The picture as SVG: 1200 by 630, as other sites show it. */
export function drawCard({ title, place, state, result, isDemonstration }: ShareCard): string {
  const { size, lines } = titleOf(title);
  const [stateLine = ""] = linesOf(state, 38);
  const resultLines = result === null ? [] : linesOf(result, 30).slice(0, 2);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardWidth}" height="${cardHeight}" viewBox="0 0 ${cardWidth} ${cardHeight}" font-family="Atkinson Hyperlegible Next">`,
    `<rect width="${cardWidth}" height="${cardHeight}" fill="#eef3f7"/>`,
    `<rect y="616" width="${cardWidth}" height="14" fill="#f2b632"/>`,
    `<circle cx="90" cy="82" r="26" fill="${ink}"/><circle cx="90" cy="82" r="12" fill="#f2b632"/>`,
    text("Safer Neighbourhoods", { y: 93, size: 32, isBold: true }, 134),
    isDemonstration ? text("Demonstration", { y: 93, size: 28, fill: quiet }, 940) : "",
    text(place, { y: 180, size: 32, fill: quiet }),
    ...lines.map((line, at) => text(line, { y: 258 + at * size * 1.18, size, isBold: true })),
    text(stateLine, { y: 492, size: 38, isBold: true }),
    ...resultLines.map((line, at) => text(line, { y: 540 + at * 38, size: 30, fill: quiet })),
    "</svg>",
  ].join("");
}
