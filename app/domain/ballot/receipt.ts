import { plainLetters } from "#app/domain/reference/reference.ts";

const lettersOfAReceipt = 8;
const receiptCount = BigInt(plainLetters.length ** lettersOfAReceipt);

/** Fewer bytes would favour some receipts over others. */
export const receiptBytes = 16;

const written = (letters: string) => `${letters.slice(0, 4)}-${letters.slice(4)}`;

/**
 * "7K3F-Q2MX": what a voter keeps to check that their ballot was counted. The bytes are random or an HMAC of the
 * voter, never of the choices, so that a receipt points at no published line.
 */
export function receiptOf(bytes: Uint8Array): string {
  if (bytes.length < receiptBytes) throw new RangeError(`a receipt needs ${receiptBytes} bytes`);
  let rest = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % receiptCount;
  let letters = "";
  for (let place = 0; place < lettersOfAReceipt; place += 1) {
    letters = (plainLetters[Number(rest % BigInt(plainLetters.length))] ?? "") + letters;
    rest /= BigInt(plainLetters.length);
  }
  return written(letters);
}

const shape = new RegExp(`^[${plainLetters}]{${lettersOfAReceipt}}$`);
const longestTyped = 40;

/** A receipt as somebody typed it, in the form it was given, or null. */
export function readReceipt(typed: string): string | null {
  if (typed.length > longestTyped) return null;
  const letters = typed.toUpperCase().replaceAll(/[\s\-\u2010-\u2015]/g, "");
  return shape.test(letters) ? written(letters) : null;
}
