import type { Actor } from "#app/domain/actor.ts";
import { isLate, mayChange } from "#app/domain/abstraction/lateness.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findEntry, type AbstractionEntry } from "#db/queries/abstraction-entry.ts";
import { dutiesWithin } from "#db/queries/duty-time.ts";
import { findPost } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { rightsTo } from "./entry-rights.server.ts";
import { spanOf, type Writing } from "./keep-entry.server.ts";

/** An entry that stands, and what the actor may do about it. */
export interface Changeable {
  entry: AbstractionEntry;
  writing: Writing;
  /** The actor wrote it, and nobody has confirmed the duties since: an officer may still take it back. */
  isOwnWords: boolean;
}

/** An entry for a change of it; null where it is withdrawn or not the actor's to change. */
export async function readChangeable(
  tx: Db,
  actor: Actor,
  id: string,
  now: Date,
): Promise<Changeable | null> {
  const entry = await findEntry(tx, id);
  if (entry === null || entry.isWithdrawn) return null;
  const post = await findPost(tx, entry.postId, londonDay(now));
  if (post === null) return null;
  const rights = rightsTo(actor, post);
  const isOwnWords =
    rights.isOwn &&
    entry.enteredBy === actor.accountId &&
    (await dutiesWithin(tx, [post.id], spanOf(entry))).every(({ confirmedAt }) => confirmedAt === null);
  return mayChange(rights, { isLateChange: isLate(entry.startsAt, now), isOwnWords })
    ? { entry, writing: { actor, post, rights, now }, isOwnWords }
    : null;
}
