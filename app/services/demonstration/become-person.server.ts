import type { Actor } from "#app/domain/actor.ts";
import { platform } from "#app/domain/actor.ts";
import { startSession } from "#app/services/session/start-session.server.ts";
import { findDemonstrationPerson } from "#db/queries/demonstration.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/**
 * Signs a visitor of the demonstration in as one of its people and gives the session's reference; null where there is
 * no such person. Only a force that is a demonstration has any.
 */
export const becomePerson = (
  { db, now }: { db: Db; now: Date },
  before: Actor,
  { accountId, device }: { accountId: string; device: string },
): Promise<string | null> =>
  withActor(db, platform(before.requestId), async (tx) => {
    const account = await findDemonstrationPerson(tx, accountId);
    return account === null
      ? null
      : startSession(tx, now, { account, method: "demonstration", device, before });
  });
