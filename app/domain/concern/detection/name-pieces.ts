import { piece, type Found } from "./flag.ts";
import { givenNames, wordNames } from "./given-names.ts";

const name = "[A-Z][A-Za-z'-]{1,30}";
const titled = new RegExp(
  `(?<![A-Za-z])(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Rev|Reverend|Cllr|Councillor|PC|PCSO|Pcso|Sgt|Sergeant|Inspector|Insp|Constable|DC|DS|DI|MR|MRS)\\.?\\s{1,2}(${name})`,
  "g",
);
const titledSmall = /(?<![a-z])(?:mr|mrs|cllr)\.?\s{1,2}([a-z][a-z'-]{1,30})/g;
const called =
  /(?<![a-z])(?:name(?:'s|\sis|s\sis|\swas|s)|names\sare|named|called|known\sas|goes\sby|nicknamed|calls?\s(?:himself|herself|themselves))\s{1,2}(?:the\sname\sof\s)?([a-z][a-z'-]{1,30})/g;
const family = new RegExp(
  `(?<![A-Za-z])[Tt]he\\s(${name})\\s(?:family|brothers|twins|sisters|boys|lads)(?![a-z])`,
  "g",
);
const token = /[A-Za-z][A-Za-z'-]{0,30}/g;

/** What stands before "called" or "named" where a person is meant. */
const people =
  /(?:lad|lads|man|men|woman|boy|boys|girl|girls|bloke|guy|guys|youth|kid|kids|child|person|someone|somebody|dealer|neighbour|chap|teenager|lady|individual|one|brother|son|daughter|friend|mate|is|who's|he's|she's|his|her|their|first|last|sur|full)\s?$/;
const things =
  /(?:pub|street|road|park|place|shop|club|group|scheme|app|game|band|estate|lane|area|charity|village|school|path|field|fields|wood|woods|bar|cafe|company|business|dog|cat|station|site|team|house|building|pond|farm|website|it|was|programme|project|event|they)\s?$/;
/** What follows "called" or "named" and is nobody. */
const nobody = new Set(
  (
    "the a an in out off on me us him her them it you my our your for to up and after police council ambulance again back round " +
    "by at as from not so about names anything that this is there crimestoppers because when but twice several many 101 999 " +
    "everyone everybody someone anyone nobody environmental highways fire nhs rspca social what every last each all racist gay stupid"
  ).split(" "),
);
const notSurnames = new Set([
  "world",
  "the",
  "plod",
  "and",
  "or",
  "office",
  "car",
  "number",
  "patrol",
  "station",
]);
const notFamilies = new Set([
  "royal",
  "young",
  "whole",
  "local",
  "derby",
  "derbyshire",
  "same",
  "other",
  "entire",
]);
/** What makes a place of the name before it: "Victoria Park", "Charlotte Street". */
const places =
  /^['s]{0,2}(?:\s[A-Za-z']{1,20}){0,1}\s(?:street|st|road|rd|lane|avenue|ave|close|drive|way|crescent|court|place|terrace|grove|gardens|hill|row|square|park|school|academy|college|church|hall|arms|house|centre|pub|hotel|lodge|green|field|fields|bridge|farm|wood|woods|community|library|cafe|common|inn|hospital|surgery|estate|lodge|club|reservoir|meadow|meadows)(?![a-z])/i;

const neighbour =
  /^(?:'s)?\s(?:from\s|who\slives\s)?(?:next\sdoor|opposite|upstairs|downstairs|over\sthe\sroad|across\sthe\sroad|at\sthe\send|at\snumber)/;

/** A name with its title, after "called", as a family, or a known given name with or without another. */
export function namePieces(cased: string, lower: string): Found[] {
  const found: Found[] = [];
  const add = (start: number, length: number, severity?: "warn") =>
    found.push(piece("name", start, start + length, severity));
  const isPlace = (end: number) => places.test(lower.slice(end, end + 48));

  for (const match of cased.matchAll(titled)) {
    const who = (match[1] ?? "").toLowerCase();
    if (!notSurnames.has(who) && !isPlace(match.index + match[0].length)) add(match.index, match[0].length);
  }
  for (const match of lower.matchAll(titledSmall)) {
    if (!notSurnames.has(match[1] ?? "")) add(match.index, match[0].length);
  }
  for (const match of cased.matchAll(family)) {
    if (!notFamilies.has((match[1] ?? "").toLowerCase())) add(match.index, match[0].length);
  }
  for (const match of lower.matchAll(called)) {
    const who = match[1] ?? "";
    const end = match.index + match[0].length;
    const isCapital = /[A-Z]/.test(cased.charAt(end - who.length));
    const before = lower.slice(Math.max(0, match.index - 14), match.index);
    const isPerson = people.test(before) || (match[0].startsWith("name") && !match[0].startsWith("named"));
    if (nobody.has(who) || isPlace(end) || (things.test(before) && !isPerson)) continue;
    if (isPerson || isCapital || givenNames.has(who)) add(match.index, match[0].length);
  }
  for (const { start, end, isFull } of knownNames(cased)) {
    const isNeighbour = neighbour.test(lower.slice(end, end + 32));
    add(start, end - start, isFull || isNeighbour ? undefined : "warn");
  }
  return found;
}

export interface KnownName {
  start: number;
  end: number;
  /** Whether a second name with a capital follows. */
  isFull: boolean;
}

const isCapitalised = (word: string) => /^[A-Z]/.test(word);
const follows = /^\s[A-Z][a-z'-]{1,30}(?![A-Za-z])/;

/** Known given names that are no part of a place's name. */
export function knownNames(cased: string): KnownName[] {
  const found: KnownName[] = [];
  for (const match of cased.matchAll(token)) {
    const word = match[0].toLowerCase().replace(/'s$/, "");
    if (!givenNames.has(word) || (!isCapitalised(match[0]) && wordNames.has(word))) continue;
    const end = match.index + word.length;
    const before = cased.slice(Math.max(0, match.index - 4), match.index);
    if (/(?:^|\s)(?:St|st|Saint)\.?\s$/.test(before) || places.test(cased.slice(end, end + 48))) continue;
    const second = isCapitalised(match[0]) ? follows.exec(cased.slice(end, end + 34)) : null;
    found.push({ start: match.index, end: end + (second?.[0].length ?? 0), isFull: second !== null });
  }
  return found;
}
