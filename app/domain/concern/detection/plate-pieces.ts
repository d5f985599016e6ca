import { piece, type Found } from "./flag.ts";

// The forms of DVLA's plates: current (AB12 CDE), prefix (A123 BCD), suffix (ABC 123D), Northern Ireland (AXZ 1234).
const current = /(?<![a-z0-9])[a-hj-pr-y]{2}(?:0[2-9]|[1-7]\d)(\s?)([a-hj-pr-z]{3})(?![a-z0-9])/g;
const spaced = /(?<![A-Z0-9])[A-HJ-PR-Y]{2}\s(?:0[2-9]|[1-7]\d)\s[A-HJ-PR-Z]{3}(?![A-Z0-9])/g;
const prefix = /(?<![a-z0-9])[a-hj-npr-tv-y]\d{1,3}(\s?)([a-hj-pr-z]{3})(?![a-z0-9])/g;
const suffix = /(?<![a-z0-9])([a-hj-pr-z]{3})(\s?)\d{1,3}[a-hj-npr-tv-y](?![a-z0-9])/g;
const northern = /(?<![a-z0-9])(?:[a-z]i[a-z]|[a-z]{2}z)(\s?)\d{2,4}(?![a-z0-9])/g;

/** Three letters beside a road, a district or a number in an ordinary sentence. */
const words = new Set(
  (
    "all and any are ask bad bar bay bed bus but can car cul cut day did die dog dry due eat end far few for fun gap get got " +
    "gun had has hat her him his hot how its lad lay led leg let lot low man map may men met mud new nor not now off old " +
    "one our out own par pay per pub put ran red run sat saw sea see set she six sum tap ten than the too top try two use " +
    "van war was way wet who why yes yet you am pm ago asb rtc rta hgv suv bmw vxr atv lgv lez cpz nhs eve had"
  ).split(" "),
);
// Words with a Z or an I in the place where Northern Irish plates have theirs.
const northernWords = new Set(
  "pin vip diy min kin aim big bit did dig dim fit gig him his hit its kid lie lit mid mix nil oil pit rid rim sin sir sit six tie tip via win wiz pie six sim bin air aid".split(
    " ",
  ),
);

const isCapital = (text: string) => text === text.toUpperCase();

interface Form {
  pattern: RegExp;
  /** The group of the space, and of the letters that might be a word. */
  space: number;
  letters: number | null;
}
const forms: readonly Form[] = [
  { pattern: current, space: 1, letters: 2 },
  { pattern: prefix, space: 1, letters: 2 },
  { pattern: suffix, space: 2, letters: 1 },
];

/** Number plates in any case; with a space and in small letters only where the letters are no word. */
export function platePieces(cased: string, lower: string): Found[] {
  const found: Found[] = [];
  for (const { pattern, space, letters } of forms) {
    for (const match of lower.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const isSpaced = match[space] !== "";
      const word = letters === null ? "" : (match[letters] ?? "");
      const isOneCase =
        isCapital(cased.slice(match.index, end)) || cased.slice(match.index, end) === match[0];
      // "DE21 and", "A610 was", "bus 38a", "M1 the".
      if (isSpaced && (words.has(word) || !isOneCase)) continue;
      const isRoad = pattern === prefix && /^[abm]/.test(match[0]) && isSpaced;
      const isPlain = pattern !== current && isSpaced && !isCapital(cased.slice(match.index, end));
      if (isPlain && words.has(word)) continue;
      found.push(piece("plate", match.index, end, isRoad || isPlain ? "warn" : "must-hold"));
    }
  }
  for (const match of cased.matchAll(spaced))
    found.push(piece("plate", match.index, match.index + match[0].length));
  for (const match of lower.matchAll(northern)) {
    const end = match.index + match[0].length;
    if (northernWords.has(match[0].slice(0, 3))) continue;
    if (isCapital(cased.slice(match.index, end)) || match[1] === "")
      found.push(piece("plate", match.index, end));
  }
  return found;
}
