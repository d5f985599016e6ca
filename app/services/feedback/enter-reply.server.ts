import { refused, type Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { findResidentByReference } from "#db/queries/resident.ts";
import { findPriority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { keepAnswer, type Answered } from "./keep-answer.server.ts";

/** Staff enter what a resident told them on paper or by telephone; null where they have no such priority. */
export const enterReply = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { residentReference, mode, ...answered }: Answered & { residentReference: string; mode: "paper" | "phone" },
): Promise<Change | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const priority = await findPriority(tx, answered.reference);
    if (priority === null || !can(actor, "feedback:enter", priority)) return null;
    const accountId = await findResidentByReference(tx, residentReference);
    return accountId === null
      ? refused("resident", "Enter the reference of a resident, like R-7K3F")
      : keepAnswer(tx, { actor, now }, answered, { accountId, mode });
  });
