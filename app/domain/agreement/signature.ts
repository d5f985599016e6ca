import type { FieldError } from "#app/domain/account/change.ts";
import type { Day } from "#app/domain/team/day.ts";

/** Who signed an agreement for a party. */
export interface Signature {
  signatory: string;
  position: string;
  signedOn: Day;
}

const mostLine = 100;

const problemOfLine = (field: string, text: string, missing: string): FieldError[] => {
  const written = text.trim();
  if (written === "") return [{ field, message: missing }];
  return written.length > mostLine
    ? [{ field, message: `Shorten it to ${mostLine} characters or fewer` }]
    : [];
};

/** What is wrong with a signature that is typed on a day. */
export const problemsOfSignature = (
  { signatory, position, signedOn }: Signature,
  today: Day,
): FieldError[] => [
  ...problemOfLine("signatory", signatory, "Enter the name of whoever signed"),
  ...problemOfLine("position", position, "Enter the position of whoever signed"),
  ...(signedOn > today ? [{ field: "signedOn", message: "Enter today or an earlier day" }] : []),
];

/** A party as far as an agreement waits for it. */
export interface SigningParty {
  isPolice: boolean;
  signedOn: Day | null;
  leftAt: Date | null;
}

const isBound = ({ signedOn, leftAt }: SigningParty) => signedOn !== null && leftAt === null;

/** Whose signatures an agreement waits for before it can be in force: the police's, and one partner's. */
export const missingSignatures = (parties: readonly SigningParty[]): string[] => [
  ...(parties.some((party) => party.isPolice && isBound(party)) ? [] : ["The police have not signed"]),
  ...(parties.some((party) => !party.isPolice && isBound(party)) ? [] : ["No partner has signed"]),
];
