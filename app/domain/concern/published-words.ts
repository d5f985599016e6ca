import type { FieldError } from "#app/domain/account/change.ts";
import type { FlagKind } from "./detection/flag.ts";
import { problemsOfNaming } from "./summary-check.ts";

/** How an office is reached, which residents may need: in an answer that says whom to ask. */
export const officeContacts: readonly FlagKind[] = ["email", "phone", "postcode"];

/** Where a hall is and how a call is joined. */
export const venueContacts: readonly FlagKind[] = [...officeContacts, "house-number", "handle"];

/** What stops words that staff or a panel are about to publish, by their field: what points at a person. */
export const problemsOfPublished = (
  words: Readonly<Record<string, string | null | undefined>>,
  allowed: readonly FlagKind[] = [],
): FieldError[] =>
  Object.entries(words).flatMap(([field, text]) =>
    problemsOfNaming(text ?? "", allowed).map((message) => ({ field, message })),
  );
