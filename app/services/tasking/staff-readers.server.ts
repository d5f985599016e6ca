import { can } from "#app/domain/actor.ts";
import type { Day } from "#app/domain/team/day.ts";
import { heldRolesOfEach } from "#db/queries/held-roles.ts";
import type { Db } from "#db/types.ts";

/**
 * Which of some officers read joint tasking by their role: links lead them to its pages. All others with a seat have the
 * pages of their own meetings. Call it as the platform.
 */
export async function staffReadersOf(
  tx: Db,
  accountIds: readonly string[],
  today: Day,
): Promise<ReadonlySet<string>> {
  const held = await heldRolesOfEach(tx, accountIds, today);
  return new Set(
    [...held].flatMap(([accountId, roles]) => {
      const actor = { kind: "staff", accountId, sessionId: null, requestId: null, roles } as const;
      return can(actor, "tasking:read") ? [accountId] : [];
    }),
  );
}
