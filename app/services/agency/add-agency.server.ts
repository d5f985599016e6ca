import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { AgencyKind } from "#app/domain/agency/agency.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { insertAgency } from "#db/queries/agency.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Adds an agency. Its code stays as it is; imports of teams know it by that. */
export const addAgency = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  agency: { code: string; name: string; kind: AgencyKind },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "agency:manage");
    const id = await insertAgency(tx, agency);
    if (id === null) return refused("code", "Another agency has this code: enter another one");
    await recordAudit(tx, actor, now, {
      action: "agency.create",
      subjectKind: "agency",
      subjectId: id,
      agencyId: id,
      details: { code: agency.code, kind: agency.kind },
    });
    return done;
  });
