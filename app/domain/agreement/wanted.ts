import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfTaskingWords } from "#app/domain/tasking/refused-words.ts";
import type { Gateway } from "./agreement.ts";

/** What an agreement says, as its keeper writes it. */
export interface AgreementText {
  title: string;
  /** The partnership whose joint work it covers; null for all of the force's. */
  partnershipId: string | null;
  purpose: string;
  gateway: Gateway;
  dataItems: string;
  security: string;
  retention: string;
  dpia: string;
}

/** The words of an agreement, without whatever else is kept with them. */
export const textOf = (kept: AgreementText): AgreementText => ({
  title: kept.title.trim(),
  partnershipId: kept.partnershipId,
  purpose: kept.purpose.trim(),
  gateway: kept.gateway,
  dataItems: kept.dataItems.trim(),
  security: kept.security.trim(),
  retention: kept.retention.trim(),
  dpia: kept.dpia.trim(),
});

const needed = [
  ["title", "Enter a title", 120],
  ["purpose", "Say what the sharing is for", 3_000],
  ["dataItems", "Say what is shared", 3_000],
  ["security", "Say how it is kept secure", 3_000],
  ["retention", "Say how long it is kept, and how it is destroyed", 3_000],
  ["dpia", "Enter the reference of its data protection impact assessment", 60],
] as const;

/** What is wrong with what an agreement is to say, and with who is to be party to it. */
export const problemsOfAgreement = (
  text: AgreementText,
  parties: readonly { isPolice: boolean }[],
): FieldError[] => [
  ...needed.flatMap(([field, missing, most]) => problemOf(field, text[field].trim(), missing, most)),
  // The title stands in mails.
  ...problemsOfTaskingWords(text.title).map((message) => ({ field: "title", message })),
  ...(parties.length >= 2 && parties.some(({ isPolice }) => isPolice)
    ? []
    : [{ field: "parties", message: "Choose at least two agencies, one of them the police" }]),
];

function problemOf(field: string, written: string, missing: string, most: number): FieldError[] {
  if (written === "") return [{ field, message: missing }];
  return written.length > most
    ? [{ field, message: `Shorten it to ${most} characters or fewer. It has ${written.length}` }]
    : [];
}

/** Whether two texts say the same: a signature is of the words that were signed. */
export function saysTheSame(one: AgreementText, other: AgreementText): boolean {
  return JSON.stringify(textOf(one)) === JSON.stringify(textOf(other));
}
