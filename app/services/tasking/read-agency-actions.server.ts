import type { ApiFilter } from "#app/domain/tasking/api-filter.ts";
import { londonDay } from "#app/domain/team/day.ts";
import type { KeyHolder } from "#app/services/agency/use-agency-key.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findAgencyAction, listAgencyActions, type AgencyAction } from "#db/queries/tasking-agency-action.ts";
import { isUuid } from "#db/queries/uuid.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

/** A page of what was asked of an agency, for its own system. The reading is recorded, under the key. */
export const readAgencyActions = (
  { db, now }: TaskingDeps,
  { actor, agencyId, keyId }: KeyHolder,
  filter: ApiFilter,
): Promise<{ actions: AgencyAction[]; hasMore: boolean }> =>
  withActor(db, actor, async (tx) => {
    // One more than is shown says whether there are more.
    const asked = { ...filter, limit: filter.limit + 1 };
    const found = await listAgencyActions(tx, agencyId, asked, londonDay(now));
    const actions = found.slice(0, filter.limit);
    await recordAudit(tx, actor, now, {
      action: "tasking.read",
      subjectKind: "agency-key",
      subjectId: keyId,
      agencyId,
      details: { page: "api", count: actions.length },
    });
    return { actions, hasMore: found.length > filter.limit };
  });

/** One of them; null where it is none of the agency's. */
export const readAgencyAction = (
  { db, now }: TaskingDeps,
  { actor, agencyId, keyId }: KeyHolder,
  id: string,
): Promise<AgencyAction | null> =>
  withActor(db, actor, async (tx) => {
    if (!isUuid(id)) return null;
    const found = await findAgencyAction(tx, agencyId, id, londonDay(now));
    if (found !== null)
      await recordAudit(tx, actor, now, {
        action: "tasking.read",
        subjectKind: "tasking-action",
        subjectId: id,
        agencyId,
        details: { page: "api", key: keyId },
      });
    return found;
  });
