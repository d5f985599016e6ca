import { can, type Actor } from "#app/domain/actor.ts";
import type { PostRights } from "#app/domain/abstraction/lateness.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { holdsPostAt } from "#db/queries/post-reach.ts";
import type { Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";

/** Whether a permission reaches a post: one of the neighbourhoods that it serves. */
export const reachesPost = (
  actor: Actor,
  permission: Permission,
  { neighbourhoodIds }: Pick<Post, "neighbourhoodIds">,
): boolean =>
  can(actor, permission, {}) ||
  neighbourhoodIds.some((id) => can(actor, permission, { neighbourhoodId: id }));

/** What an actor may do about a post and what it was used for from a moment on: their own is what they held then. */
export const rightsTo = async (tx: Db, actor: Actor, post: Post, at: Date): Promise<PostRights> => ({
  mayConfirm: reachesPost(actor, "abstraction:confirm", post),
  isOwn:
    can(actor, "abstraction:log-own") && (await holdsPostAt(tx, actor.accountId, { postId: post.id, at })),
  mayCorrectLate: reachesPost(actor, "abstraction:correct-late", post),
});
