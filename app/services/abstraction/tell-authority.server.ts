import type { Authority } from "#app/domain/abstraction/authority.ts";
import { tellRole } from "#app/services/notice/tell-staff.server.ts";
import type { AbstractionRequest } from "#db/queries/abstraction-request.ts";
import type { Post } from "#db/queries/post.ts";
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
  await tellRole(tx, authority, neighbourhoodId, {
    at: now,
    kind: "new",
    line: `${what} (${request.code}): authorise it or refuse`,
    path,
  });
  if (told !== null && told !== authority)
    await tellRole(tx, told, neighbourhoodId, {
      at: now,
      kind: "new",
      line: `${what} (${request.code})`,
      path,
    });
}
