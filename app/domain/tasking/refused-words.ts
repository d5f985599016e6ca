import { detect } from "#app/domain/concern/detection/detect.ts";
import type { FlagKind } from "#app/domain/concern/detection/flag.ts";
import { plainText } from "#app/domain/concern/detection/plain-text.ts";
import { problemsOfBusiness } from "./refused-business.ts";
import { problemsOfNumbers, problemsOfPeople } from "./refused-people.ts";

const ownSystem = "It identifies a person: keep it in your agency’s own secure system";

interface Refusal {
  what: string;
  belongs: string;
}

/** Pieces that identify somebody, as they follow "Take out", and where they belong. */
const pieces: Partial<Readonly<Record<FlagKind, Refusal>>> = {
  email: { what: "the email address", belongs: "Ask for it outside this meeting" },
  phone: { what: "the telephone number", belongs: "Ask for it outside this meeting" },
  handle: { what: "the name on a social network", belongs: ownSystem },
  plate: { what: "the number plate", belongs: "A vehicle belongs in an intelligence report" },
  "national-insurance": { what: "the National Insurance number", belongs: ownSystem },
  "date-of-birth": { what: "the date of birth", belongs: ownSystem },
  card: { what: "the card number", belongs: ownSystem },
  "bank-account": { what: "the bank account", belongs: ownSystem },
  name: {
    what: "the name",
    belongs: "Say which position it is; a person’s case stays in your agency’s own secure system",
  },
  accusation: { what: "what accuses somebody:", belongs: "It belongs in an intelligence report" },
};

/** A home is a problem place until somebody stands beside it. */
const homes: readonly FlagKind[] = ["house-number", "postcode"];
const person =
  /(?<![a-z])(?:he|she|his|her|him|tenants?|occupiers?|occupants?|family|families|couple|lads?|males?|females?|man|woman|boy|girl|mother|father|mum|dad|son|daughter|neighbour|neighbours|lives|living|lived|offenders?|suspects?|victims?|perpetrators?|nominals?|complainants?|witness|child|teenager|resident)(?![a-z])/;
const nearby = 60;

// Those who work in public under their rank or office may be named by it.
const officials =
  /(?<![A-Za-z])(?:PC|PCSO|DC|DS|DI|DCI|Sgt|Sergeant|Insp|Inspector|Ch(?:ief)?\s(?:Insp|Inspector|Supt|Superintendent)|Supt|Superintendent|Constable|Cllr|Councillor)\.?\s{1,2}[A-Z][A-Za-z'-]{1,30}(?:\s[A-Z][a-z'-]{1,30})?/g;

/**
 * What stops words that are written in joint tasking, each with where it belongs; none where they may stand. Joint
 * tasking shares problems and places: cases and people are other meetings' business.
 */
export function problemsOfTaskingWords(words: string): string[] {
  const { cased, lower } = plainText(words);
  return [
    ...new Set([
      ...problemsOfBusiness(cased, lower),
      ...problemsOfPeople(cased),
      ...problemsOfNumbers(cased, lower),
      // A name of an official gives way to as many signs that name nobody.
      ...problemsOfPieces(
        cased.replace(officials, (found) => "x".repeat(found.length)),
        cased,
      ),
    ]),
  ];
}

/** The same of words that hold addresses and numbers by their nature: other meetings' business, cases and people alone. */
export function problemsOfBusinessWords(words: string): string[] {
  const { cased, lower } = plainText(words);
  return [...new Set([...problemsOfBusiness(cased, lower), ...problemsOfPeople(cased)])];
}

const problemsOfPieces = (read: string, written: string): string[] =>
  detect(read).flatMap(({ kind, severity, start, end }) => {
    if (severity !== "must-hold") return [];
    const found = written.slice(start, end);
    if (homes.includes(kind)) {
      const around = read.slice(Math.max(0, start - nearby), end + nearby).toLowerCase();
      return person.test(around)
        ? [
            `Take out the address “${found}” or who is there. Together they identify a household: keep it in your agency’s own secure system`,
          ]
        : [];
    }
    const refusal = pieces[kind];
    return refusal === undefined ? [] : [`Take out ${refusal.what} “${found}”. ${refusal.belongs}`];
  });
