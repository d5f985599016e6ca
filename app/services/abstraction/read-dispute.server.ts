import { mayAnswer, mayRefuse } from "#app/domain/abstraction/dispute.ts";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { definitionAt } from "#db/queries/abstraction-definition.ts";
import { findDisputable, findOpenDispute, listDisputesOf } from "#db/queries/abstraction-dispute.ts";
import { findPost } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { recordOfficersRead } from "./record-officers-read.server.ts";

/**
 * An entry with what its officer said of it, for the officer and for whoever answers. Null where it is neither's; a
 * reader other than the officer is recorded.
 */
export const readDispute = ({ db, now }: { db: Db; now: Date }, actor: Actor, entryId: string) =>
  withActor(db, actor, async (tx) => {
    const scope = scopeOf(actor, "abstraction:read-officers");
    const entry = await findDisputable(tx, entryId, { accountId: actor.accountId, scope });
    if (entry === null) return null;
    const { id, version, isWithdrawn, startsAt, endsAt, code, isOwn, enteredBy } = entry;
    const disputes = await listDisputesOf(tx, [entryId]);
    const open = await findOpenDispute(tx, entryId);
    const { codes } = await definitionAt(tx, londonDay(startsAt));
    const post = await findPost(tx, entry.postId, londonDay(now));
    const by = { raisedBy: open?.raisedBy ?? null, enteredBy };
    if (!isOwn)
      await recordOfficersRead(
        tx,
        { actor, now },
        {
          page: "dispute",
          subjectKind: "post",
          subjectId: entry.postId,
          neighbourhoodId: post?.neighbourhoodIds[0] ?? null,
        },
      );
    const isAnswerer = scope !== null && open !== null && mayAnswer(actor, by);
    return {
      entry: { id, version, isWithdrawn, startsAt, endsAt, code, post: entry.post },
      codeWords: codes.find((rule) => rule.code === code)?.words ?? "",
      disputes,
      isOwn,
      may: {
        dispute: isOwn && open === null && !isWithdrawn,
        takeBack: open !== null && open.raisedBy === actor.accountId,
        answer: isAnswerer && !isOwn,
        refuse: isAnswerer && !isOwn && mayRefuse(actor, by),
        correct: scope !== null && !isOwn && !isWithdrawn,
      },
    };
  });
