import { isSeparate, scopeOf, type Actor } from "#app/domain/actor.ts";
import { listOpenDisputes } from "#db/queries/abstraction-dispute.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { recordOfficersRead } from "./record-officers-read.server.ts";

const mostShown = 100;

/** The disputes that wait for an answer in the actor's area, whichever was raised first; those of their own stand apart. */
export const readDisputes = ({ db, now }: { db: Db; now: Date }, actor: Actor) =>
  withActor(db, actor, async (tx) => {
    const scope = scopeOf(actor, "abstraction:read-officers");
    if (scope === null) return null;
    const found = await listOpenDisputes(tx, scope, mostShown + 1);
    if (found.length > 0)
      await recordOfficersRead(
        tx,
        { actor, now },
        {
          page: "disputes",
          subjectKind: "post",
          subjectId: null,
          neighbourhoodId: scope.neighbourhoodIds[0] ?? null,
        },
      );
    return {
      hasMore: found.length > mostShown,
      disputes: found.slice(0, mostShown).map((one) => ({
        id: one.id,
        entryId: one.entryId,
        post: one.post,
        code: one.code,
        startsAt: one.startsAt,
        endsAt: one.endsAt,
        raisedAt: one.raisedAt,
        words: one.words,
        /** Somebody else has to answer. */
        isOwn: !isSeparate(actor, [one.raisedBy]),
      })),
    };
  });
