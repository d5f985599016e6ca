/** A text made plain for looking things up in it, and where each of its units stood in the text as it was given. */
export interface PlainText {
  /** Compatibility forms, accents, look-alike alphabets and invisible signs resolved; capitals kept. */
  cased: string;
  /** The same, unit for unit, in small letters. */
  lower: string;
  /** Offset in the given text of the unit at a position; of its end. */
  startOf: (position: number) => number;
  endOf: (position: number) => number;
}

// Classes apart: a joiner listed with others would read as a joined sign.
const invisible = /\p{Cf}|\p{Cc}|\p{Variation_Selector}|[\u115f\u1160\u3164]/u;
const marks = /\p{M}/gu;

/** Signs that look like another and that compatibility forms leave alone. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...pairs("АВЕЅІЈКМНОРСТУХаеіјѕорсух", "ABESIJKMHOPCTYXaeijsopcyx"),
  ...pairs("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν", "ABEZHIKMNOPTYXoav"),
  ...pairs("‘’‛ʼ′`´“”„", "'''''''\"\"\""),
  ...pairs("‐‑‒–—―−", "-------"),
  ...pairs("ıłøđßæ", "ilodsa"),
]);

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((sign, index) => [sign, to.charAt(index)]);
}

const isLineSign = (sign: string) => sign === "\n" || sign === "\r" || sign === "\t";

/** A sign as it is compared; empty for one that cannot be seen. */
function plainSign(sign: string): string {
  if (isLineSign(sign)) return " ";
  const known = lookalikes.get(sign);
  if (known !== undefined) return known;
  if (invisible.test(sign)) return "";
  return [...sign.normalize("NFKD").replace(marks, "")].map((part) => lookalikes.get(part) ?? part).join("");
}

const isPrintableAscii = (code: number) => code >= 0x20 && code < 0x7f && code !== 0x60;

/** Small letters of the same length, so that both texts keep step. */
function small(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

/** Resolves a text sign by sign, in time that grows with its length alone. */
export function plainText(text: string): PlainText {
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let offset = 0;
  for (const sign of text) {
    const plain = isPrintableAscii(sign.codePointAt(0) ?? 0) ? sign : plainSign(sign);
    // An accent written by itself belongs to the letter before it.
    if (plain === "" && ends.length > 0) ends[ends.length - 1] = offset + sign.length;
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(offset);
      ends.push(offset + sign.length);
    }
    parts.push(plain);
    offset += sign.length;
  }
  const cased = parts.join("");
  return {
    cased,
    lower: parts.map(small).join(""),
    startOf: (position) => starts[position] ?? text.length,
    endOf: (position) => ends[position - 1] ?? 0,
  };
}

const asLetters = (one: string): Readonly<Record<string, string>> => ({
  "0": "o",
  "1": one,
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": one,
});
const readings = [asLetters("i"), asLetters("l")];
// A word with a letter on the left of such a sign or on its right: "kn1fe", "5tab"; a number alone stays one.
const disguised = /(?<=[a-z])[013457@$!](?=[a-z0-9@$!])|(?<=[a-z])[013457@$]|[013457@$](?=[a-z])/g;

/** The text with figures and signs that stand for letters read as letters, in each way that differs from it. */
export function undisguised(lower: string): string[] {
  const read = readings.map((letters) => lower.replace(disguised, (sign) => letters[sign] ?? sign));
  return [...new Set(read)].filter((text) => text !== lower);
}
