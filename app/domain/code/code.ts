import type { Limit } from "#app/domain/limits.ts";

/** What a code proves, and for what: who signs in, or that a signed-in person is still who they were. */
export const codePurposes = ["sign-in", "fresh"] as const;
export type CodePurpose = (typeof codePurposes)[number];

export const codeDigits = 6;
/** A code works for less than ten minutes. */
export const codeLifeMs = 10 * 60_000;
/** After this many tries, right or wrong, a code is worth nothing. */
export const mostTries = 5;

/** Tries at any codes by one client: a family behind one address mistypes less often, a guesser needs far more. */
export const codeTriesPerClient: Limit = { limit: 30, windowSeconds: 10 * 60 };

/** The digits of a code as people type or paste it, "123 456" and "123-456" too; null for anything else. */
export function readCode(typed: string): string | null {
  const digits = typed.normalize("NFKC").replace(/[\s\u2010-\u2015-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** A number below a million as a code. */
export const writeCode = (number: number): string => String(number).padStart(codeDigits, "0");
