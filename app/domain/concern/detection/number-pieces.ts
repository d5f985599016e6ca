import { piece, type Found } from "./flag.ts";

const insurance =
  /(?<![a-z0-9])[a-ceghj-prstw-z][a-ceghj-nprstw-z]\s?\d{2}\s?\d{2}\s?\d{2}\s?[a-d](?![a-z0-9])/g;
const card = /(?<![\d+])\d(?:[ -]?\d){12,18}(?!\d)/g;
const iban = /(?<![a-z0-9])gb\d{2}\s?[a-z]{4}\s?\d{4}\s?\d{4}\s?\d{4}\s?\d{2}(?!\d)/g;
const sortCode = /(?<!\d)\d{2}-\d{2}-\d{2}(?!\d)/g;
const account = /(?<!\d)\d{8}(?!\d)/g;
const birth = /(?<![a-z])(?:born|d\.?o\.?b|date of birth|birth ?date|birthday|birthdate)(?![a-z])/g;
const months = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}";
const date = new RegExp(
  `(?<!\\d)(?:\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{1,2}(?:st|nd|rd|th)?\\s(?:of\\s)?${months}(?:,?\\s\\d{4})?|${months}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s\\d{4})?)(?!\\d)`,
  "g",
);
const withOldYear = /(?:19\d{2}|20(?:0\d|1[0-5]))$/;

const windowLength = 40;

/** The check of card numbers (Luhn). */
function isCardNumber(written: string): boolean {
  const digits = written.replace(/\D/g, "");
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits.charAt(digits.length - 1 - place));
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0 && /[1-9]/.test(digits);
}

/** Dates beside a word of birth, and dates that are too long ago for anything else. */
function births(lower: string): Found[] {
  const found: Found[] = [];
  for (const match of lower.matchAll(birth)) {
    const after = match.index + match[0].length;
    const [first] = lower.slice(after, after + windowLength).matchAll(date);
    if (first !== undefined)
      found.push(piece("date-of-birth", match.index, after + first.index + first[0].length));
  }
  for (const match of lower.matchAll(date)) {
    if (withOldYear.test(match[0]))
      found.push(piece("date-of-birth", match.index, match.index + match[0].length, "warn"));
  }
  return found;
}

function accounts(lower: string): Found[] {
  const found: Found[] = [];
  for (const match of lower.matchAll(sortCode)) {
    const from = Math.max(0, match.index - windowLength);
    const after = match.index + match[0].length;
    const [number] = lower.slice(after, after + windowLength).matchAll(account);
    if (number !== undefined)
      found.push(piece("bank-account", match.index, after + number.index + number[0].length));
    else if (/sort ?code/.test(lower.slice(from, match.index)))
      found.push(piece("bank-account", match.index, after));
  }
  return found;
}

/** Numbers that belong to one person: National Insurance, card, account, date of birth. */
export function numberPieces(lower: string): Found[] {
  const whole = (kind: "national-insurance" | "bank-account" | "card", pattern: RegExp) =>
    [...lower.matchAll(pattern)].map((match) => ({
      match,
      found: piece(kind, match.index, match.index + match[0].length),
    }));
  return [
    ...whole("national-insurance", insurance).map(({ found }) => found),
    ...whole("card", card)
      .filter(({ match }) => isCardNumber(match[0]))
      .map(({ found }) => found),
    ...whole("bank-account", iban).map(({ found }) => found),
    ...accounts(lower),
    ...births(lower),
  ];
}
