import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { findAgency, renameAgency as renameInDatabase } from "#db/queries/agency.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Gives an agency another name; people, posts and the record keep to its code and id. */
export const renameAgency = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { code, name }: { code: string; name: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "agency:manage");
    const agency = await findAgency(tx, code);
    if (agency === null) return refused("name", "This agency is no longer there");
    await renameInDatabase(tx, agency.id, name);
    await recordAudit(tx, actor, now, {
      action: "agency.rename",
      subjectKind: "agency",
      subjectId: agency.id,
      agencyId: agency.id,
    });
    return done;
  });
