import type { Actor } from "#app/domain/actor.ts";
import { isLate, mayChange } from "#app/domain/abstraction/lateness.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findEntry, type AbstractionEntry } from "#db/queries/abstraction-entry.ts";
import { dutiesWithin } from "#db/queries/duty-time.ts";
import { findPostEver } from "#db/queries/post.ts";
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
  const post = await findPostEver(tx, entry.postId, londonDay(now));
  if (post === null) return null;
  const rights = await rightsTo(tx, actor, post, entry.startsAt);
  const isOwnWords = rights.isOwn && entry.enteredBy === actor.accountId && (await isUnconfirmed(tx, entry));
  return mayChange(rights, { isLateChange: isLate(entry.startsAt, now), isOwnWords })
    ? { entry, writing: { actor, post, rights, now }, isOwnWords }
    : null;
}

/** Whether nobody has confirmed the duties of an entry yet. */
const isUnconfirmed = async (tx: Db, entry: AbstractionEntry): Promise<boolean> =>
  (await dutiesWithin(tx, [entry.postId], spanOf(entry))).every(({ confirmedAt }) => confirmedAt === null);

/** Whether an entry is the actor's to change all the same, now that its post is held: it may be confirmed meanwhile. */
export const isStillTheirs = async (
  tx: Db,
  { entry, writing: { rights }, isOwnWords }: Changeable,
  now: Date,
): Promise<boolean> =>
  mayChange(rights, {
    isLateChange: isLate(entry.startsAt, now),
    isOwnWords: isOwnWords && (await isUnconfirmed(tx, entry)),
  });
