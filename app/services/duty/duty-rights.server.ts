import { refused, type Refused } from "#app/domain/account/change.ts";
import { isLate } from "#app/domain/abstraction/lateness.ts";
import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import type { Permission } from "#app/domain/permissions.ts";
import type { LateReason } from "#app/domain/roster/late-reasons.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findPosts, type Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

/** Whether a permission reaches a post: it serves a neighbourhood of the actor's. */
export const reachesPost = (actor: Actor, permission: Permission, post: Post): boolean =>
  scopeOf(actor, permission)?.isForce === true ||
  post.neighbourhoodIds.some((neighbourhoodId) => can(actor, permission, { neighbourhoodId }));

/**
 * The posts whose duties an actor may write at these times, or why not. What lies far back may be published: an
 * inspector puts it right and says why.
 */
export async function requireWriter(
  { tx, now }: { tx: Db; now: Date },
  actor: Actor,
  postIds: readonly string[],
  { times, lateReason }: { times: readonly Date[]; lateReason: LateReason | null },
): Promise<{ ok: true; posts: Map<string, Post> } | Refused> {
  const wanted = [...new Set(postIds)];
  const posts = (await findPosts(tx, wanted, londonDay(now))).filter((post) =>
    reachesPost(actor, "duty:write", post),
  );
  if (posts.length !== wanted.length) return refused("post", "Select a post of your own teams");
  if (times.some((time) => isLate(time, now))) {
    if (!posts.every((post) => reachesPost(actor, "abstraction:correct-late", post)))
      return refused("form", "This is more than 35 days back. Ask the inspector of the area to put it right");
    if (lateReason === null)
      return refused("lateReason", "Say why: this is more than 35 days back, and may be published");
  }
  return { ok: true, posts: new Map(posts.map((post) => [post.id, post])) };
}
