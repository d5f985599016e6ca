import type { Role } from "#app/domain/access.ts";
import { authorities, isEnough, type Authority } from "#app/domain/abstraction/authority.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import type { AbstractionRequest } from "#db/queries/abstraction-request.ts";
import type { Post } from "#db/queries/post.ts";
import { listRoleHolders } from "#db/queries/role-holders.ts";
import { insertStaffNotices } from "#db/queries/staff-notice.ts";
import type { Db } from "#db/types.ts";

interface Telling {
  request: AbstractionRequest;
  post: Post;
  authority: Authority;
  told: Authority | null;
  now: Date;
  path: string;
}

/** Tells who must authorise a request, and who is to know of it. No name, no reason: these stand on the page. */
export async function tellAuthority(
  tx: Db,
  { request, post, authority, told, now, path }: Telling,
): Promise<void> {
  const [neighbourhoodId] = post.neighbourhoodIds;
  if (neighbourhoodId === undefined) return;
  const what = request.isEmergency ? "An officer was taken in an emergency" : "An officer is asked for";
  const notice = {
    at: now,
    kind: "new",
    line: `${what} (${request.code}): authorise it or refuse`,
    path,
  } as const;
  await insertStaffNotices(tx, await whoDecides(tx, authority, neighbourhoodId, londonDay(now)), notice);
  if (told !== null && told !== authority)
    await tellRole(tx, told, neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${what} (${request.code})`,
      path,
    });
}

/** Who can decide: whoever is the authority, or the next one above it that is anybody; else those who give roles. */
async function whoDecides(
  tx: Db,
  authority: Authority,
  neighbourhoodId: string,
  today: Day,
): Promise<string[]> {
  const enough: Role[] = authorities.filter((one) => isEnough(one, authority));
  for (const role of [...enough, "administrator" as const]) {
    const holders = await listRoleHolders(tx, role, neighbourhoodId, today);
    if (holders.length > 0) return holders;
  }
  return [];
}
