import { randomUUID } from "node:crypto";
import { z } from "zod";
import { seal, unseal, type Keys } from "#app/services/keys/keys.server.ts";

/** What a form for a concern carries of itself: the concern's id, so that it is raised once, and when it was shown. */
const stampSchema = z.strictObject({ id: z.uuid(), shownAt: z.number() });

const context = "raise-form";
/** Nobody reads the page and writes in less. */
const fewestSeconds = 3;

/** The stamp of a form that is shown now, sealed: it cannot be made up, nor another concern's id put into it. */
export const stampForm = (keys: Keys, now: Date): string =>
  seal(keys, context, JSON.stringify({ id: randomUUID(), shownAt: now.getTime() }));

/** Reads a form's stamp. One that is not ours gives a new id, and counts as sent in haste. */
export function readStamp(keys: Keys, stamp: string, now: Date): { id: string; isHasty: boolean } {
  try {
    const parsed = stampSchema.safeParse(JSON.parse(unseal(keys, context, stamp)));
    if (parsed.success) {
      const { id, shownAt } = parsed.data;
      return { id, isHasty: now.getTime() - shownAt < fewestSeconds * 1_000 };
    }
  } catch {
    // Altered, or of before the keys changed: the person sends it once more.
  }
  return { id: randomUUID(), isHasty: true };
}
