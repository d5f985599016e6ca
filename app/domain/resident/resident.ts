import type { AgeBand, Connection } from "#app/domain/account/account.ts";

/** More than a person has places; bounds the list. */
export const mostConnections = 6;

/** How a resident belongs to a neighbourhood, as their own page says it after "You". */
export const connectionWords: Readonly<Record<Connection, string>> = {
  live: "live there",
  work: "work there",
  study: "study there",
  business: "run a business there",
  visit: "visit often",
};

export const ageBandWords: Readonly<Record<AgeBand, string>> = {
  "13-15": "13 to 15",
  "16-17": "16 or 17",
  "18+": "18 or over",
};

/** No letter or digit that looks or sounds like another on paper, and no vowel to make a word with. */
export const plainLetters = "2346789BCDFGHJKMPQRTVWXY";
const lettersOfAReference = 4;

/** How many references there are: a number below this makes one. */
export const referenceCount = plainLetters.length ** lettersOfAReference;

/** "R-7K3F": what staff write on the paper of a resident whom they entered. */
export function referenceOf(number: number): string {
  let rest = number;
  let written = "";
  for (let place = 0; place < lettersOfAReference; place += 1) {
    written = (plainLetters[rest % plainLetters.length] ?? "") + written;
    rest = Math.floor(rest / plainLetters.length);
  }
  return `R-${written}`;
}
