import { eq } from "drizzle-orm";
import { contactCentreKey, contactCentreOf } from "#app/domain/settings/contact-centre.ts";
import { settings } from "#db/schema/setting.ts";
import type { Db } from "#db/types.ts";

/** Where alarms are mailed to; null while nobody set it. */
export async function readContactCentre(db: Db): Promise<string | null> {
  const [stored] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, contactCentreKey));
  return contactCentreOf(stored?.value);
}

/** Sets the address, or takes it away: the row stays and says who did. */
export async function storeContactCentre(
  tx: Db,
  { email, ...change }: { email: string | null; changedAt: Date; changedBy: string | null },
): Promise<void> {
  const row = { value: email ?? "", ...change };
  await tx
    .insert(settings)
    .values({ key: contactCentreKey, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
}
