import { platform } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { endSessionsOfLapsed } from "#db/queries/member.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Signs out members whose last role ran out by its date; their roles had gone with that date already. How many. */
export const endLapsedSessions = ({ db, now }: { db: Db; now: Date }): Promise<number> =>
  withActor(db, platform(), async (tx) => {
    const count = await endSessionsOfLapsed(tx, londonDay(now), now);
    if (count > 0) {
      await recordAudit(tx, platform(), now, {
        action: "session.end-lapsed",
        subjectKind: "session",
        subjectId: null,
        details: { count },
      });
    }
    return count;
  });
