import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { listPosts } from "#db/queries/post.ts";
import { duties, rosters } from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** A duty of a post that serves a neighbourhood, one of a post that serves another alone, and an import. */
export async function addRosterThings(db: Db, neighbourhoodId: string, anotherId: string) {
  // Years ahead, so that it meets nothing of the demonstration.
  const startsAt = new Date("2040-01-02T08:00:00Z");
  const endsAt = new Date("2040-01-02T16:00:00Z");
  const dutyIn = async (id: string) => {
    const scope = { isForce: false, neighbourhoodIds: [id], agencyIds: [], accountId: null };
    const [post] = await withActor(db, platform(), (tx) => listPosts(tx, scope, londonDay(new Date())));
    const [duty] = await db
      .insert(duties)
      .values({ postId: post?.id ?? "", startsAt, endsAt, source: "manual" })
      .returning({ id: duties.id });
    return duty?.id ?? "";
  };
  const [roster] = await db
    .insert(rosters)
    .values({ mappingName: "x", source: "x.csv", sourceSum: "", state: "refused", startedAt: startsAt })
    .returning({ id: rosters.id });
  return {
    duty: await dutyIn(neighbourhoodId),
    dutyElsewhere: await dutyIn(anotherId),
    roster: roster?.id ?? "",
  };
}
