import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { findOwnConcernId } from "#db/queries/own-concern.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** One of a person's own concerns, as its page shows it: by its reference, in the version they read. */
export interface OwnConcern {
  reference: string;
  version: number;
}

const notThere = refused("form", "This concern is not there any more");

/**
 * Changes a concern in the place of the person who raised it: nobody else's is found. The platform writes, because a
 * raiser's own scope only reads.
 */
export const asRaiser = <Value>(
  db: Db,
  actor: Actor,
  { reference }: OwnConcern,
  work: (tx: Db, concernId: string) => Promise<Value>,
): Promise<Value | Refused> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const { accountId } = actor;
    if (accountId === null || !can(actor, "concern:read-own", { ownerId: accountId })) return notThere;
    const concernId = await findOwnConcernId(tx, accountId, reference);
    return concernId === null ? notThere : work(tx, concernId);
  });
