import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { endAgencyKey } from "#db/queries/agency-key.ts";
import { lockAgency } from "#db/queries/agency-lead.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Ends a key of an agency; it opens nothing from this moment. */
export const endKey = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { code, keyId }: { code: string; keyId: string },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "agency:manage");
    const agency = await lockAgency(tx, code);
    const isEnded = agency !== null && (await endAgencyKey(tx, { id: keyId, agencyId: agency.id }, now));
    if (!isEnded) return refused("form", "This key has ended already");
    await recordAudit(tx, actor, now, {
      action: "agency.end-key",
      subjectKind: "agency-key",
      subjectId: keyId,
      agencyId: agency.id,
    });
    return done;
  });
