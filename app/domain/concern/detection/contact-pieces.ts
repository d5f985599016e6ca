import { doors } from "#app/domain/help/doors.ts";
import { piece, type Found } from "./flag.ts";

// Each repetition is bounded and no two neighbours share a sign, so a scan is linear.
const email = /(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}\s?@\s?[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/g;
const providers =
  "(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|live|btinternet|sky|aol|protonmail|talktalk)";
const spokenEmail = new RegExp(
  `(?<![a-z0-9._%+-])[a-z0-9._%+-]{1,64}\\s?[([]?\\s?at\\s?[)\\]]?\\s?${providers}(?![a-z])`,
  "g",
);
const phone =
  /(?<![\d.])(?:(?:\+|00)44[\s().-]{0,3}(?:\(?0\)?)?|44(?=[\s-]?7)|\(?0)(?:[\s().-]{0,3}\d){9,10}(?!\d)/g;
const local =
  /(?<![a-z])(?:phone|ring|call|text|tel|telephone|mobile|mob|number)(?:\sis|\sme|\son|\sus|:|\sme\son){0,2}\s{0,2}(\d{3}[\s-]?\d{3})(?![\d\s-]{0,2}\d)/g;
const spokenDigit = "(?:oh|zero|nought|double|treble|triple|one|two|three|four|five|six|seven|eight|nine)";
const spokenPhone = new RegExp(`(?<![a-z])${spokenDigit}(?:[\\s,-]{1,3}${spokenDigit}){6,14}(?![a-z])`, "g");
const handle = /(?<![a-z0-9.@_])@(?=[a-z0-9._]{0,29}[a-z_])[a-z_][a-z0-9._]{2,29}/g;
const network = "(?:snapchat|snap|instagram|insta|tiktok|facebook|fb|twitter|telegram|whatsapp|discord)";
const named = new RegExp(
  `(?<![a-z])${network}\\s(?:name|username|user|account|profile|handle)?\\s?(?:is|as|called|:)\\s{1,2}[a-z0-9._]{3,30}`,
  "g",
);
const address = /(?<![a-z0-9])(?:https?:\/\/|www\.)[^\s<>"]{3,200}/g;

const publicNumbers = new Set(
  Object.values(doors).flatMap(({ telephone }) =>
    telephone === null ? [] : [telephone.replaceAll(" ", "")],
  ),
);
const dateLike = /^\d{2}[.-]\d{2}[.-](?:\d{2}|\d{4})(?!\d)/;
const dialled = /^0[1235789]/;

/** A number that reaches somebody, and is no date and no public helpline. */
function isTelephone(written: string): boolean {
  if (dateLike.test(written)) return false;
  const digits = written
    .replace(/\D/g, "")
    .replace(/^(?:00)?44/, "0")
    .replace(/^00/, "0");
  return dialled.test(digits) && digits.length >= 10 && !publicNumbers.has(digits);
}

const spans = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    match,
  }));

/** Email addresses, telephone numbers, names on social networks, web addresses. */
export function contactPieces(lower: string): Found[] {
  const mails = [...spans(lower, email), ...spans(lower, spokenEmail)];
  const phones = [
    ...spans(lower, phone).filter(({ match }) => isTelephone(match[0])),
    ...spans(lower, local),
    ...spans(lower, spokenPhone),
  ];
  return [
    ...mails.map(({ start, end }) => piece("email", start, end)),
    ...phones.map(({ start, end }) => piece("phone", start, end)),
    ...[...spans(lower, handle), ...spans(lower, named)].map(({ start, end }) => piece("handle", start, end)),
    ...spans(lower, address).map(({ start, end }) => piece("web-address", start, end, "warn")),
  ];
}
