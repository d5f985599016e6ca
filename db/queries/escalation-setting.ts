import { eq } from "drizzle-orm";
import { escalationKey, escalationOf } from "#app/domain/settings/escalation.ts";
import type { EscalationDays } from "#app/domain/tasking/escalation.ts";
import { settings } from "#db/schema/setting.ts";
import type { Db } from "#db/types.ts";

/** When each rung is told of a late action: what this force has set, else the platform's default. */
export async function readEscalation(db: Db): Promise<EscalationDays> {
  const [stored] = await db
    .select({ value: settings.value })
    .from(settings)
    .where(eq(settings.key, escalationKey));
  return escalationOf(stored?.value);
}

export async function storeEscalation(
  tx: Db,
  value: EscalationDays,
  change: { changedAt: Date; changedBy: string | null },
): Promise<void> {
  const row = { value, ...change };
  await tx
    .insert(settings)
    .values({ key: escalationKey, ...row })
    .onConflictDoUpdate({ target: settings.key, set: row });
}
