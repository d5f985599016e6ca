import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { listMembers } from "#db/queries/agency.ts";
import { lockAgency, setLeadOf } from "#db/queries/agency-lead.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** Names which of an agency's people hears when its actions are late or its agreement ends; null for nobody. */
export const nameLead = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { code, accountId }: { code: string; accountId: string | null },
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "agency:manage");
    const agency = await lockAgency(tx, code);
    if (agency === null) return refused("lead", "This agency is no longer there");
    const members = await listMembers(tx, agency.id);
    if (accountId !== null && !members.some(({ id }) => id === accountId))
      return refused("lead", "Choose again: this person no longer signs in for the agency");
    await setLeadOf(tx, agency.id, accountId, now);
    await recordAudit(tx, actor, now, {
      action: "agency.name-lead",
      subjectKind: "agency",
      subjectId: agency.id,
      agencyId: agency.id,
      details: { accountId },
    });
    return done;
  });
