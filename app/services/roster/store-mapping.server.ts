import type { Actor } from "#app/domain/actor.ts";
import type { RosterMapping } from "#app/domain/roster/mapping.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { storeRosterMapping } from "#db/queries/roster-mapping.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Keeps how the files of a duty management system are read, under a name; gives its version. */
export const storeMapping = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  name: string,
  mapping: RosterMapping,
): Promise<number> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "roster:import");
    const version = await storeRosterMapping(tx, {
      name,
      mapping,
      changedAt: now,
      changedBy: actor.accountId,
    });
    await recordAudit(tx, actor, now, {
      action: "roster.map",
      subjectKind: "roster-mapping",
      subjectId: name,
      details: {
        version,
        codes: Object.keys(mapping.codes).length,
        posts: Object.keys(mapping.posts).length,
      },
    });
    return version;
  });
