import { referenceCount, referenceOf, type ReferenceKind } from "#app/domain/reference/reference.ts";

// A prime: multiplied by it, numbers in a row land far apart and never together.
const stride = 7919;

/** The reference of the so-and-so-many-th of its kind in the demonstration. */
export const numberedReference = (kind: ReferenceKind, number: number): string =>
  referenceOf(kind, (number * stride) % referenceCount(kind));
