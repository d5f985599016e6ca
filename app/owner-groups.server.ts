import type { OwnerGroups } from "#app/components/plan/action-fields.tsx";
import { ownerChoice } from "#app/components/plan/action-schema.ts";
import type { Day } from "#app/domain/team/day.ts";
import { actionOwnersFor } from "#db/queries/action-owner.ts";
import { partnerAgencies } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";

/** Who may be given an action in a neighbourhood, as its form offers them. */
export async function ownerGroupsFor(tx: Db, neighbourhoodId: string, today: Day): Promise<OwnerGroups> {
  const owners = await actionOwnersFor(tx, neighbourhoodId, today);
  const agencies = await partnerAgencies(tx);
  const groupOf = (agencyId: string | null, label: string, nobody: string) => ({
    label,
    items: [
      { value: ownerChoice(agencyId, null), words: nobody },
      ...owners
        .filter((one) => one.agencyId === agencyId)
        .map(({ accountId, name }) => ({
          value: ownerChoice(agencyId, accountId),
          words: name ?? "Somebody without a name",
        })),
    ],
  });
  return [
    groupOf(null, "Police", "The neighbourhood team"),
    ...agencies.map(({ id, name }) => groupOf(id, name, name)),
  ];
}
