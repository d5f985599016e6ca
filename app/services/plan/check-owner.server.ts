import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Day } from "#app/domain/team/day.ts";
import { actionOwnersFor } from "#db/queries/action-owner.ts";
import { partnerAgencies } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";

interface Given {
  agencyId: string | null;
  ownerId: string | null;
}

/** Whether an action may be given to this agency and person; refused where they do not work here, or not for it. */
export async function checkOwner(
  tx: Db,
  { agencyId, ownerId }: Given,
  { neighbourhoodId, today }: { neighbourhoodId: string; today: Day },
): Promise<Refused | null> {
  if (ownerId === null) {
    if (agencyId === null) return null;
    const agencies = await partnerAgencies(tx);
    return agencies.some(({ id }) => id === agencyId) ? null : notThere;
  }
  const owners = await actionOwnersFor(tx, neighbourhoodId, today);
  return owners.some((one) => one.accountId === ownerId && one.agencyId === agencyId) ? null : notThere;
}

const notThere = refused("owner", "Choose again whose it is: this choice is no longer there");
