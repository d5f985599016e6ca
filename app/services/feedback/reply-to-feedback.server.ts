import type { Change } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { isOver, keepAnswer, type Answered } from "./keep-answer.server.ts";

/** A resident who is signed in says whether a priority is solved, or changes what they said. */
export const replyToFeedback = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  answered: Answered,
): Promise<Change> => {
  const { accountId } = actor;
  if (!can(actor, "feedback:give") || accountId === null) return Promise.resolve(isOver);
  return withActor(db, platform(actor.requestId), (tx) =>
    keepAnswer(tx, { actor, now }, answered, { accountId, mode: "web" }),
  );
};
