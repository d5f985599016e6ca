import { londonDay } from "#app/domain/team/day.ts";
import * as schema from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { accountId, agencyId } from "./demonstration/tasking/telling.ts";
import { agencyLeads } from "./demonstration/tasking/agency-leads.ts";
import { agreementRows } from "./demonstration/tasking/agreement-rows.ts";

/** The information-sharing agreements of the demonstration, and who leads each agency: nothing opens to a partner without. */
export async function fillAgreements(tx: Db, now: Date): Promise<void> {
  const { agreements, agreementParties } = agreementRows(londonDay(now));
  await tx.insert(schema.agreements).values(agreements);
  await tx.insert(schema.agreementParties).values(agreementParties);
  await tx.insert(schema.agencyLeads).values(
    agencyLeads.map(({ agencyCode, reference }) => ({
      agencyId: agencyId(agencyCode),
      accountId: accountId(reference),
      since: now,
    })),
  );
}
