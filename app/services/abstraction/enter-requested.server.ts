import type { Authority } from "#app/domain/abstraction/authority.ts";
import type { Actor } from "#app/domain/actor.ts";
import { findEntryOfTime, insertEntry, writeNextVersion } from "#db/queries/abstraction-entry.ts";
import type { AbstractionRequest } from "#db/queries/abstraction-request.ts";
import type { Db } from "#db/types.ts";

const becauseOfRequest = "Asked for and authorised";

/**
 * Puts what was asked for among what the post was used for, authorised or, with null, not yet; what was logged for the
 * same time gets the request as its next version. False where that time was logged as something else. Call it inside
 * `keepFigures`.
 */
export async function enterRequested(
  tx: Db,
  request: AbstractionRequest,
  authority: Authority | null,
  { actor, now }: { actor: Actor; now: Date },
): Promise<boolean> {
  const { postId, startsAt, endsAt } = request;
  const ofRequest = {
    requestId: request.id,
    requesterUnit: request.requesterUnit,
    requesterRole: request.requesterRole,
    authoriserRole: authority,
    authorisedBy: authority === null ? null : actor.accountId,
    responseTeamId: request.responseTeamId,
    minimum: request.minimum,
    actual: request.actual,
    enteredBy: actor.accountId,
    enteredAt: now,
  };
  const there = await findEntryOfTime(tx, { postId, from: startsAt, to: endsAt }, null);
  if (there === null)
    return insertEntry(tx, {
      ...ofRequest,
      // The request's own id: authorised twice is entered once.
      id: request.id,
      version: 1,
      postId,
      startsAt,
      endsAt,
      code: request.code,
      source: "request",
      isPlanned: !request.isEmergency,
      reason: request.reason,
    });
  if (there.code !== request.code) return false;
  return writeNextVersion(tx, {
    ...there,
    ...ofRequest,
    version: there.version + 1,
    changeReason: becauseOfRequest,
  });
}
