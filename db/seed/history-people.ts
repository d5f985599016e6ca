import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Day } from "#app/domain/team/day.ts";
import { editionIdAt } from "#db/queries/edition-at.ts";
import { responsibleFor } from "#db/queries/responsibility.ts";
import { accounts, appointments } from "#db/schema/account.ts";
import { placements } from "#db/schema/structure.ts";
import { postAllocations, postDetails, postHoldings } from "#db/schema/team.ts";
import type { Db } from "#db/types.ts";
import type { HistoryPeople } from "./demonstration/history/telling.ts";

const mostOfficers = 6;
const mostAppointed = 50;

/** Who of the demonstration's people works in a neighbourhood, for the plans of its history. */
export async function findHistoryPeople(tx: Db, neighbourhoodId: string, today: Day): Promise<HistoryPeople> {
  const responsible = await responsibleFor(tx, neighbourhoodId, today);
  const officers = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(postHoldings, eq(postHoldings.personId, accounts.personId))
    .innerJoin(
      postDetails,
      and(eq(postDetails.editionId, postHoldings.editionId), eq(postDetails.postId, postHoldings.postId)),
    )
    .innerJoin(
      postAllocations,
      and(
        eq(postAllocations.editionId, postHoldings.editionId),
        eq(postAllocations.postId, postHoldings.postId),
      ),
    )
    .where(
      and(
        eq(postHoldings.editionId, editionIdAt(tx, "teams")),
        isNull(postHoldings.heldTo),
        inArray(postDetails.kind, ["pc", "pcso"]),
        eq(postAllocations.neighbourhoodId, neighbourhoodId),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(mostOfficers);
  const appointed = await tx
    .select({ id: accounts.id, role: appointments.role, agencyId: accounts.agencyId })
    .from(placements)
    .innerJoin(
      appointments,
      or(
        eq(appointments.areaKind, "force"),
        eq(appointments.areaId, placements.sectionId),
        eq(appointments.areaId, placements.partnershipId),
        eq(appointments.areaId, placements.bcuId),
      ),
    )
    .innerJoin(accounts, eq(accounts.id, appointments.accountId))
    .where(
      and(
        eq(placements.editionId, editionIdAt(tx, "structure")),
        eq(placements.neighbourhoodId, neighbourhoodId),
        inArray(appointments.role, ["inspector", "analyst", "partner"]),
        isNull(appointments.endedAt),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(mostAppointed);
  const holderOf = (role: (typeof appointed)[number]["role"]) =>
    appointed.find((one) => one.role === role)?.id ?? null;
  return {
    sergeantId: responsible?.accountIds[0] ?? null,
    inspectorId: holderOf("inspector"),
    analystId: holderOf("analyst"),
    officerIds: officers.map(({ id }) => id),
    partnerIds: new Map(
      appointed.flatMap(({ id, role, agencyId }) =>
        role === "partner" && agencyId !== null ? [[agencyId, id]] : [],
      ),
    ),
  };
}
