import { and, eq, inArray, isNull, or } from "drizzle-orm";
import type { Actor, HeldRole } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { agreementParties, agreements } from "#db/schema/agreement.ts";
import { placements } from "#db/schema/structure.ts";
import type { Db } from "#db/types.ts";
import { isLiveOn } from "./agreement-live.ts";
import { editionIdAt } from "./edition-at.ts";
import { heldRolesOf } from "./held-roles.ts";

/** The roles by which somebody acts on a day: all they hold, and of a member those that an agreement carries. */
export async function actingRolesOf(
  db: Db,
  { accountId, kind }: { accountId: string; kind: Actor["kind"] },
  today: Day,
): Promise<HeldRole[]> {
  const held = await heldRolesOf(db, accountId, today);
  return kind === "member" ? sharedRolesOf(db, held, today) : held;
}

/**
 * The roles of an agency's member as far as a live agreement of that agency carries them on a day: each keeps the part of
 * its area that one covers. Plans, overviews and joint work are shared by agreement or not at all.
 */
async function sharedRolesOf(db: Db, roles: readonly HeldRole[], today: Day): Promise<HeldRole[]> {
  const agencyIds = [...new Set(roles.flatMap(({ agencyId }) => agencyId ?? []))];
  if (agencyIds.length === 0) return [...roles];
  const covered = await db
    .selectDistinct({
      agencyId: agreementParties.agencyId,
      partnershipId: agreements.partnershipId,
      neighbourhoodId: placements.neighbourhoodId,
    })
    .from(agreementParties)
    .innerJoin(agreements, eq(agreements.id, agreementParties.agreementId))
    .innerJoin(
      placements,
      and(
        eq(placements.editionId, editionIdAt(db, "structure")),
        or(isNull(agreements.partnershipId), eq(placements.partnershipId, agreements.partnershipId)),
      ),
    )
    .where(and(inArray(agreementParties.agencyId, agencyIds), isLiveOn(today)));
  return roles.map((held) => {
    const { agencyId, area } = held;
    // Residents who were invited, such as members of panels, speak for no agency.
    if (agencyId === null) return held;
    const own = covered.filter((one) => one.agencyId === agencyId);
    if (area === "force" && own.some(({ partnershipId }) => partnershipId === null)) return held;
    const neighbourhoodIds = [...new Set(own.map(({ neighbourhoodId }) => neighbourhoodId))].filter(
      (id) => area === "force" || area.neighbourhoodIds.includes(id),
    );
    return { ...held, area: { neighbourhoodIds } };
  });
}
