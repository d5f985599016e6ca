import { agreements } from "#db/schema/agreement.ts";
import type { Db } from "#db/types.ts";

/** A draft of an agreement, between nobody yet; gives its reference. */
export async function addAgreement(db: Db, reference: string, at: Date): Promise<string> {
  await db.insert(agreements).values({
    reference,
    title: "Joint tasking",
    purpose: "To prevent crime and disorder together.",
    gateway: "crime-and-disorder-115",
    dataItems: "Problems and places.",
    security: "Read on this platform, by named people.",
    retention: "As the schedule of the platform says.",
    dpia: "DPIA-2026-14",
    madeAt: at,
    changedAt: at,
  });
  return reference;
}
