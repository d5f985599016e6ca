import type { ShownRole } from "#app/components/member/held-roles.tsx";
import { heldAreaInWords } from "#app/domain/account/area-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { memberKinds } from "#app/domain/account/account.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { SignedIn } from "#app/services/session/read-session.server.ts";
import { heldRolesOf } from "#db/queries/held-roles.ts";
import { agencyName, rolesOfMember } from "#db/queries/member.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";

/** Who a member is here, in words for their own page. */
export async function shownMember(
  tx: Db,
  { accountId, name, agencyId }: SignedIn,
  now: Date,
): Promise<{ name: string | null; agency: string | null; roles: ShownRole[] }> {
  const placed = await placementsInForce(tx);
  const given = await rolesOfMember(tx, accountId, londonDay(now));
  // What they were given, also where no agreement carries it now.
  const held = await heldRolesOf(tx, accountId, londonDay(now));
  const roles = held.flatMap(({ role, area }) => {
    if (!memberKinds.some((kind) => kind === role)) return [];
    const ends = given.filter(({ kind }) => kind === role).map(({ endsOn }) => endsOn);
    // Of one role in two areas with different ends nothing is said rather than something wrong.
    const [end = null] = new Set(ends).size === 1 ? ends : [];
    const until = end === null ? null : dayInWords(end);
    return [{ role: `${roleWords[role]}, ${heldAreaInWords(area, placed)}`, until }];
  });
  return { name, agency: agencyId === null ? null : await agencyName(tx, agencyId), roles };
}
