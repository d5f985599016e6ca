import { inwardLetters, isCompactPostcode, isOutward } from "./postcode-format.ts";
import { correctSlips } from "./postcode-slips.ts";

/** What a person typed, read as a UK postcode; a refusal carries what can still be done with it. */
export type PostcodeParse =
  | { ok: true; postcode: string; outward: string; inward: string; sector: string }
  | {
      ok: false;
      reason: "empty" | "outward-only" | "not-a-postcode";
      suggestion: string | null;
      outward: string | null;
    };

// Room for a paste with stray spaces; beyond it nothing is looked at, so that length costs nothing.
const longestTyped = 64;
const invisible = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const separators = /[\s\p{Dash_Punctuation}._,]+/u;

/** The upper-case runs of letters and digits between separators, or null when there is any other character. */
function runsOf(typed: string): string[] | null {
  if (typed.length > longestTyped) return null;
  // NFKC makes full-width letters and every kind of space plain.
  const runs = typed
    .normalize("NFKC")
    .replace(invisible, "")
    .split(separators)
    .filter((run) => run !== "");
  return runs.every((run) => /^[A-Za-z0-9]+$/.test(run)) ? runs.map((run) => run.toUpperCase()) : null;
}

const spaced = (compact: string) => `${compact.slice(0, -3)} ${compact.slice(-3)}`;

/** "DE1 2" is DE1 and the start of an inward code; "DE 12" and "DE12" are DE12. */
function outwardOf(runs: readonly string[]): { outward: string; nothingElse: boolean } | null {
  const [first = "", ...rest] = runs;
  if (isOutward(first)) return { outward: first, nothingElse: /^(?:[0-9][A-Z]?)?$/.test(rest.join("")) };
  const compact = runs.join("");
  return isOutward(compact) ? { outward: compact, nothingElse: true } : null;
}

/** "DE4 33AG" reads as DE43 3AG once the space is dropped, but who typed it may have meant DE4 3AG. */
const isSplitElsewhere = (runs: readonly string[], outward: string) =>
  runs.length === 2 && (runs[0] ?? "").length < outward.length && isOutward(runs[0] ?? "");

/**
 * Reads any string as a UK postcode: any case, any spaces, hyphens or dots. It corrects nothing: a mix-up of O and
 * 0, I or L and 1, S and 5, or a space that splits it elsewhere, is refused with the one likely postcode as
 * `suggestion`. Never throws.
 * @example parsePostcode("de43ag") // { ok: true, postcode: "DE4 3AG", outward: "DE4", inward: "3AG", sector: "DE4 3" }
 */
export function parsePostcode(typed: string): PostcodeParse {
  const runs = runsOf(typed);
  if (runs === null) return { ok: false, reason: "not-a-postcode", suggestion: null, outward: null };
  const compact = runs.join("");
  if (compact === "") return { ok: false, reason: "empty", suggestion: null, outward: null };
  if (isCompactPostcode(compact)) {
    const [outward, inward] = [compact.slice(0, -3), compact.slice(-3)];
    if (isSplitElsewhere(runs, outward)) {
      return {
        ok: false,
        reason: "not-a-postcode",
        suggestion: `${outward} ${inward}`,
        outward: runs[0] ?? null,
      };
    }
    return {
      ok: true,
      postcode: `${outward} ${inward}`,
      outward,
      inward,
      sector: `${outward} ${inward.charAt(0)}`,
    };
  }
  const known = outwardOf(runs);
  if (known?.nothingElse) {
    return { ok: false, reason: "outward-only", suggestion: null, outward: known.outward };
  }
  const meant = correctSlips(compact);
  return {
    ok: false,
    reason: "not-a-postcode",
    suggestion: meant === null ? null : spaced(meant),
    outward: known?.outward ?? null,
  };
}

/**
 * The outward code alone ("DE4"), or null when anything else was typed. Never throws.
 * @example parseOutward(" de 4") // "DE4"
 */
export function parseOutward(typed: string): string | null {
  const compact = runsOf(typed)?.join("") ?? "";
  return isOutward(compact) ? compact : null;
}

/**
 * Packs an inward code into 0 to 3999: 400 for the digit, then two of twenty letters.
 * @throws RangeError when it is no inward code in upper case.
 */
export function inwardToNumber(inward: string): number {
  const [sector, firstUnit, secondUnit] = [
    "0123456789".indexOf(inward.charAt(0)),
    inwardLetters.indexOf(inward.charAt(1)),
    inwardLetters.indexOf(inward.charAt(2)),
  ];
  if (inward.length !== 3 || sector < 0 || firstUnit < 0 || secondUnit < 0) {
    throw new RangeError(`Not an inward code: ${inward.slice(0, 8)}`);
  }
  return sector * 400 + firstUnit * 20 + secondUnit;
}

/**
 * The inward code that {@link inwardToNumber} packed.
 * @throws RangeError outside 0 to 3999.
 */
export function numberToInward(packed: number): string {
  if (!Number.isInteger(packed) || packed < 0 || packed > 3999) {
    throw new RangeError(`Not a packed inward code: ${packed}`);
  }
  const letterAt = (index: number) => inwardLetters.charAt(index);
  return `${Math.floor(packed / 400)}${letterAt(Math.floor(packed / 20) % 20)}${letterAt(packed % 20)}`;
}
