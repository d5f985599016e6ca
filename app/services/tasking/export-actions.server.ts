import type { Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import type { ActionFilter } from "#app/domain/tasking/action-filter.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { listTaskingActions } from "#db/queries/tasking-action-list.ts";
import { withActor } from "#db/with-actor.ts";
import { taskingActionsCsv } from "./actions-csv.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";

type ActionsExport = { ok: true; csv: string } | { ok: false; retryAfterSeconds: number };

// Two years of the largest partnership; the last line says where there is more.
const mostRows = 5_000;

/** The actions that a filter asks for, within the actor's scope, as a marked CSV; recorded, and limited per person. */
export const exportTaskingActions = (
  { db, now }: TaskingDeps,
  actor: Actor,
  filter: ActionFilter,
): Promise<ActionsExport> =>
  withActor(db, actor, async (tx): Promise<ActionsExport> => {
    const key = allowanceKey("exportsPerAccount", actor.accountId ?? "");
    const { isAllowed, retryAfterSeconds } = await takeAllowance(tx, key, limits.exportsPerAccount, now);
    if (!isAllowed) return { ok: false, retryAfterSeconds };
    const page = { after: null, limit: mostRows + 1 };
    const found = await listTaskingActions(tx, taskingReaderOf(actor), londonDay(now), filter, page);
    await recordAudit(tx, actor, now, {
      action: "tasking.export",
      subjectKind: "tasking-action",
      subjectId: null,
      details: {
        state: filter.state,
        mine: filter.isMine,
        group: filter.group,
        agency: filter.agency,
        theme: filter.theme,
        rows: Math.min(found.length, mostRows),
      },
    });
    return { ok: true, csv: taskingActionsCsv(found.slice(0, mostRows), found.length > mostRows) };
  });
