import { randomInt } from "node:crypto";
import { referenceCount, referenceOf, type ReferenceKind } from "#app/domain/reference/reference.ts";

const mostAttempts = 20;

/** Stores something under a reference drawn by lot, again while `store` says by null that it is taken. */
export async function giveReference<Stored>(
  kind: ReferenceKind,
  store: (reference: string) => Promise<Stored | null>,
): Promise<{ reference: string; stored: Stored }> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const reference = referenceOf(kind, randomInt(referenceCount(kind)));
    const stored = await store(reference);
    if (stored !== null) return { reference, stored };
  }
  throw new Error("Nearly every reference is taken: make them a letter longer.");
}
