import { and, eq } from "drizzle-orm";
import { accounts } from "#db/schema/account.ts";
import { agencies } from "#db/schema/agency.ts";
import { agencyLeads } from "#db/schema/agency-access.ts";
import type { Db } from "#db/types.ts";

/** Locks an agency, so that its lead and its keys are changed by one at a time. */
export async function lockAgency(tx: Db, code: string) {
  const [agency] = await tx.select().from(agencies).where(eq(agencies.code, code)).for("update");
  return agency ?? null;
}

/** Who leads an agency, while they can still sign in for it. */
export async function findLeadOf(
  db: Db,
  agencyId: string,
): Promise<{ accountId: string; since: Date } | null> {
  const [lead] = await db
    .select({ accountId: agencyLeads.accountId, since: agencyLeads.since })
    .from(agencyLeads)
    .innerJoin(
      accounts,
      and(
        eq(accounts.id, agencyLeads.accountId),
        eq(accounts.agencyId, agencyLeads.agencyId),
        eq(accounts.status, "active"),
      ),
    )
    .where(eq(agencyLeads.agencyId, agencyId))
    .limit(1);
  return lead ?? null;
}

/** Names who leads an agency; null for nobody. */
export async function setLeadOf(
  tx: Db,
  agencyId: string,
  accountId: string | null,
  now: Date,
): Promise<void> {
  if (accountId === null) await tx.delete(agencyLeads).where(eq(agencyLeads.agencyId, agencyId));
  else
    await tx
      .insert(agencyLeads)
      .values({ agencyId, accountId, since: now })
      .onConflictDoUpdate({ target: agencyLeads.agencyId, set: { accountId, since: now } });
}
