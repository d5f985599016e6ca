import type { Authority } from "#app/domain/abstraction/authority.ts";
import type { Actor } from "#app/domain/actor.ts";
import { refused } from "#app/domain/account/change.ts";
import {
  findEntryOfRequest,
  findEntryOfTime,
  insertEntry,
  writeNextVersion,
} from "#db/queries/abstraction-entry.ts";
import type { AbstractionRequest } from "#db/queries/abstraction-request.ts";
import type { Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { accountForDuties, spanOf } from "./keep-entry.server.ts";

const becauseOfRequest = "Asked for and authorised";

export const isLoggedAsElse = refused(
  "form",
  "This time of the officer is logged as something else. Ask the sergeant to correct it first",
);

type OfTime = Pick<AbstractionRequest, "postId" | "startsAt" | "endsAt" | "code">;

/** Whether the time of a request is logged as something else. Call it inside `keepFigures`. */
export async function standsAsElse(tx: Db, { postId, startsAt, endsAt, code }: OfTime): Promise<boolean> {
  const there = await findEntryOfTime(tx, { postId, from: startsAt, to: endsAt }, null);
  return there !== null && there.code !== code;
}

/**
 * Puts what was asked for among what the post was used for, authorised or, with null, not yet. What it became already
 * (an emergency) or what was logged for the same time gets the request as its next version, at the time that it says
 * now; what was withdrawn stays so. False where it was logged as something else. Call it inside `keepFigures`.
 */
export async function enterRequested(
  tx: Db,
  request: AbstractionRequest,
  authority: Authority | null,
  { actor, post, now }: { actor: Actor; post: Post; now: Date },
): Promise<boolean> {
  const { postId, startsAt, endsAt } = request;
  const entered = await findEntryOfRequest(tx, request.id);
  if (entered?.isWithdrawn === true) return true;
  const ofRequest = {
    requestId: request.id,
    requesterUnit: request.requesterUnit,
    requesterRole: request.requesterRole,
    authoriserRole: authority,
    authorisedBy: authority === null ? null : actor.accountId,
    enteredBy: actor.accountId,
    enteredAt: now,
  };
  const cover = {
    responseTeamId: request.responseTeamId,
    minimum: request.minimum,
    actual: request.actual,
  };
  const there = entered ?? (await findEntryOfTime(tx, { postId, from: startsAt, to: endsAt }, null));
  if (there !== null && there.code !== request.code) return false;
  const isWritten =
    there === null
      ? await insertEntry(tx, {
          ...ofRequest,
          ...cover,
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
        })
      : await writeNextVersion(tx, {
          ...there,
          ...ofRequest,
          // What was corrected since it was entered stays as it was corrected.
          ...(entered === null ? cover : {}),
          version: there.version + 1,
          changeReason: becauseOfRequest,
        });
  const rights = { mayConfirm: false, isOwn: false, mayCorrectLate: false };
  if (isWritten) await accountForDuties(tx, [spanOf(there ?? request)], { actor, post, rights, now });
  return isWritten;
}
