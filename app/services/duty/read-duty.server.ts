import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordOfficersRead } from "#app/services/abstraction/record-officers-read.server.ts";
import { findDuty, type ListedDuty } from "#db/queries/duty-change.ts";
import { findPost, type Post } from "#db/queries/post.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { reachesPost } from "./duty-rights.server.ts";

interface WrittenDuty {
  duty: ListedDuty;
  post: Post;
}

/** A duty that an actor may write, with its post; null for any other. */
export async function findWrittenDuty(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  id: string,
): Promise<WrittenDuty | null> {
  const duty = await findDuty(tx, id);
  const post = duty && (await findPost(tx, duty.postId, londonDay(now)));
  return duty === null || post === null || !reachesPost(actor, "duty:write", post) ? null : { duty, post };
}

/** The same to be looked at, which the record says. */
export const readDuty = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  id: string,
): Promise<WrittenDuty | null> =>
  withActor(db, actor, async (tx) => {
    const found = await findWrittenDuty(tx, { actor, now }, id);
    if (found === null) return null;
    const { post } = found;
    await recordOfficersRead(
      tx,
      { actor, now },
      {
        page: "duties",
        subjectKind: "post",
        subjectId: post.id,
        neighbourhoodId: post.neighbourhoodIds[0] ?? null,
      },
    );
    return found;
  });
