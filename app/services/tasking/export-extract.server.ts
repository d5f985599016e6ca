import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { extractOf, type ExtractFilter } from "#app/domain/tasking/extract.ts";
import { taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { extractFacts } from "#db/queries/strategic-extract.ts";
import { withActor } from "#db/with-actor.ts";
import type { TaskingDeps } from "./change-meeting.server.ts";
import { extractCsv } from "./extract-csv.ts";

type ExtractExport = { ok: true; csv: string } | { ok: false; retryAfterSeconds: number };

/** The strategic extract that a filter asks for, within the actor's area, as a marked CSV; recorded, and limited per person. */
export const exportExtract = (
  { db, now }: TaskingDeps,
  actor: Actor,
  filter: ExtractFilter,
): Promise<ExtractExport> =>
  withActor(db, actor, async (tx): Promise<ExtractExport> => {
    const scope = scopeOf(actor, "tasking:read");
    if (scope === null) throw new Error("An actor without tasking:read came to a service.");
    const key = allowanceKey("exportsPerAccount", actor.accountId ?? "");
    const { isAllowed, retryAfterSeconds } = await takeAllowance(tx, key, limits.exportsPerAccount, now);
    if (!isAllowed) return { ok: false, retryAfterSeconds };
    const today = londonDay(now);
    const extract = extractOf(await extractFacts(tx, scope, taskingReaderOf(actor), today), filter, today);
    await recordAudit(tx, actor, now, {
      action: "tasking.export",
      subjectKind: "priority",
      subjectId: null,
      details: { area: filter.area?.kind ?? null, theme: filter.theme, rows: extract.total },
    });
    return { ok: true, csv: extractCsv(extract) };
  });
