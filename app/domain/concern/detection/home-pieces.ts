import { isCompactPostcode } from "#geo/postcode-format.ts";
import { piece, type Found } from "./flag.ts";

const postcode = /(?<![a-z0-9])[a-z]{1,2}\d[a-z\d]?\s{0,2}\d[a-z]{2}(?![a-z0-9])/g;
const ordinal = /\d(?:st|nd|rd|th)$/;

const streetType =
  "(?:street|st|road|rd|lane|ln|avenue|ave|close|drive|dr|way|crescent|cres|court|ct|place|pl|terrace|grove|gardens|gdns|hill|row|mews|walk|green|square|sq|view|rise|croft|yard|mount|bank|parade|vale|fold|cottages|bungalows|fields|park|drove|lea|meadow|meadows|dale|circle)";
const street = new RegExp(
  `(?<![a-z0-9.£#/:+-])(?:no\\.?\\s?)?(\\d{1,4}[a-z]?(?:\\s?[-&/]\\s?\\d{1,4}[a-z]?)?),?\\s{1,2}((?:[a-z'.-]{1,20}\\s{1,2}){1,3}?)${streetType}(?![a-z])`,
  "g",
);
const theStreet = new RegExp(
  `(?<![A-Za-z0-9.£#/:+-])\\d{1,4}[a-z]?,?\\s{1,2}The\\s{1,2}${capital(streetType)}(?![a-z])`,
  "g",
);
const flat =
  /(?<![a-z])(?:flat|apartment|apt|maisonette|bedsit|caravan)\.?\s{0,2}(?:no\.?\s?|number\s)?#?(?:\d{1,4}[a-z]?|[a-h])(?![a-z0-9'])/g;
const numbered =
  /(?<![a-z])(?:(at|from|opposite|outside|behind|by|to|in|house|home|live at|lives at|address is|neighbours?|next door)[\s,]{1,2})?(?:number|no\.?)\s{0,2}(\d{1,4}[a-z]?)(?![a-z0-9])/g;
const livesAt =
  /(?<![a-z])(?:live|lives|living|lived|stays|staying|resides|address is|house at|home at|neighbours? at)\s(?:at\s|is\s)?(\d{1,4}[a-z]?)(?![a-z0-9:%])/g;

/** What stands between a number and a street where the number counts or measures something. */
const between = new Set(
  (
    "a an and are at away by bed bins bikes bus buses bend car cars cats children cyclists day days dead dogs door down drivers " +
    "for from girls boys hour hours in into is it junction kids kph km lads lane lorries main men metre metres mile miles min " +
    "mins minute minutes months more motorbikes mph near nights of off on one onto or out outside over parked past people pm am point " +
    "quads round scooters second seconds speeding storey teenagers than the this through times to towards two up vans vehicles via was way " +
    "week weeks were where with women yards year years youths young zone m ft feet am pm old blocked quiet busy other new"
  ).split(" "),
);
const notHomes =
  /(?<![a-z])(?:junction|exit|route|bus|j|over|under|about|around|nearly|another|only|bed|no\.? of)\s$/;
const services =
  /^\s(?:bus|route|service|tram|train|junction|one|priority|of|plate|plates|issue|concern|problem|and)(?![a-z])/;

function capital(types: string): string {
  return types.replace(/[a-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}

function isHome(lower: string, start: number, words: string): boolean {
  const [first = "", ...rest] = words.trim().split(/\s+/);
  if ([first, ...rest].some((word) => between.has(word.replace(/[.]$/, "")))) return false;
  // "2 summers markeaton park": a count and then a place.
  if (rest.length > 0 && /[^s']s$/.test(first)) return false;
  return !notHomes.test(lower.slice(Math.max(0, start - 12), start));
}

/** Full postcodes, flats, and house numbers with a street or by themselves. */
export function homePieces(cased: string, lower: string): Found[] {
  const found: Found[] = [];
  const add = (kind: "postcode" | "house-number", match: RegExpExecArray, severity?: "warn") =>
    found.push(piece(kind, match.index, match.index + match[0].length, severity));
  for (const match of lower.matchAll(postcode)) {
    const compact = match[0].replace(/\s/g, "").toUpperCase();
    // "M1 2nd" and "A6 1st" are roads and what follows them.
    const isRoad =
      /^[ABM]\d/.test(compact) && ordinal.test(cased.slice(match.index, match.index + match[0].length));
    if (isCompactPostcode(compact) && !isRoad) add("postcode", match);
  }
  for (const match of lower.matchAll(street))
    if (isHome(lower, match.index, match[2] ?? "")) add("house-number", match);
  for (const match of cased.matchAll(theStreet)) add("house-number", match);
  for (const match of lower.matchAll(flat)) add("house-number", match);
  for (const match of lower.matchAll(livesAt)) add("house-number", match);
  for (const match of lower.matchAll(numbered)) {
    const end = match.index + match[0].length;
    if (services.test(lower.slice(end, end + 12))) continue;
    add("house-number", match, match[1] === undefined ? "warn" : undefined);
  }
  return found;
}
