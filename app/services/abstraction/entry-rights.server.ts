import { can, type Actor } from "#app/domain/actor.ts";
import type { PostRights } from "#app/domain/abstraction/lateness.ts";
import type { Permission } from "#app/domain/permissions.ts";
import type { Post } from "#db/queries/post.ts";

/** Whether a permission reaches a post: one of the neighbourhoods that it serves. */
export const reachesPost = (
  actor: Actor,
  permission: Permission,
  { neighbourhoodIds }: Pick<Post, "neighbourhoodIds">,
): boolean =>
  can(actor, permission, {}) ||
  neighbourhoodIds.some((id) => can(actor, permission, { neighbourhoodId: id }));

/** What an actor may do about a post and what it was used for. */
export const rightsTo = (actor: Actor, post: Post): PostRights => ({
  mayConfirm: reachesPost(actor, "abstraction:confirm", post),
  isOwn:
    can(actor, "abstraction:log-own") &&
    actor.accountId !== null &&
    post.accountIds.includes(actor.accountId),
  mayCorrectLate: reachesPost(actor, "abstraction:correct-late", post),
});
