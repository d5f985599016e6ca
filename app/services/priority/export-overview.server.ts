import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { overviewOf, type OverviewFilter } from "#app/domain/priority/overview.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { overviewRows } from "#db/queries/overview.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { overviewCsv } from "./overview-csv.ts";

export type OverviewExport = { ok: true; csv: string } | { ok: false; retryAfterSeconds: number };

/** The overview that a filter asks for, within the actor's scope, as CSV; recorded, and limited per person. */
export const exportOverview = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  filter: OverviewFilter,
): Promise<OverviewExport> =>
  withActor(db, actor, async (tx) => {
    const scope = scopeOf(actor, "priority:read-overview");
    if (scope === null) throw new Error("An actor without priority:read-overview came to a service.");
    const key = allowanceKey("exportsPerAccount", actor.accountId ?? "");
    const { isAllowed, retryAfterSeconds } = await takeAllowance(tx, key, limits.exportsPerAccount, now);
    if (!isAllowed) return { ok: false, retryAfterSeconds };
    const rows = await overviewRows(tx, scope);
    const overview = overviewOf(rows, filter, londonDay(now), await readSettings(tx));
    await recordAudit(tx, actor, now, {
      action: "overview.export",
      subjectKind: "priority",
      subjectId: null,
      details: {
        area: filter.area?.kind ?? null,
        theme: filter.theme,
        stage: filter.stage,
        late: filter.isLateOnly,
        rows: overview.lines.length,
      },
    });
    return { ok: true, csv: overviewCsv(overview) };
  });
