import { partsOf, type AreaName } from "#app/domain/abstraction/area.ts";
import type { Month } from "#app/domain/abstraction/month.ts";
import { figureOf } from "#app/domain/abstraction/rate-figure.ts";
import { bandedOf, rateReaderOf } from "#app/domain/abstraction/rate-reader.ts";
import { firstShown } from "#app/domain/abstraction/rate-series.ts";
import type { Actor } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { areasIn, findArea } from "#db/queries/abstraction-area.ts";
import { sumsOf } from "#db/queries/abstraction-rate.ts";
import { restatedMonths } from "#db/queries/abstraction-restated.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { ratesCsv } from "./rates-csv.ts";

export type RatesExport =
  | { ok: true; csv: string }
  | { ok: false; reason: "not-found" }
  | { ok: false; reason: "too-often"; retryAfterSeconds: number };

/** Two years of a part of the force and of its parts that the actor may know, as CSV; recorded, and limited per person. */
export const exportRates = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { name, month }: { name: AreaName | null; month: Month },
): Promise<RatesExport> =>
  withActor(db, actor, async (tx) => {
    const reader = rateReaderOf(actor);
    if (reader === null) throw new Error("An actor who may read no rates came to a service.");
    const found = await findArea(tx, reader.scope, name);
    if (found === null) return { ok: false, reason: "not-found" };
    const key = allowanceKey("exportsPerAccount", actor.accountId ?? "");
    const { isAllowed, retryAfterSeconds } = await takeAllowance(tx, key, limits.exportsPerAccount, now);
    if (!isAllowed) return { ok: false, reason: "too-often", retryAfterSeconds };
    const { area } = found;
    const span = { from: firstShown(month), to: month };
    const by = partsOf(area.kind);
    const restated = await restatedMonths(tx, area, span);
    const whole = await sumsOf(tx, { by: area.kind, within: area, ...span });
    const parts = by === null ? [] : await sumsOf(tx, { by, within: area, ...span });
    const known = by === null ? [] : await areasIn(tx, reader.scope, { by, within: area });
    const ids = new Set(known.map(({ id }) => id));
    const tableOf = ({ month, version }: (typeof parts)[number]) => `${month} ${version}`;
    const banded = new Set(
      [...new Set(parts.map(tableOf))].flatMap((table) => [
        ...bandedOf(
          parts.filter((row) => tableOf(row) === table),
          reader,
        ),
      ]),
    );
    const rows = [...whole, ...parts.filter((row) => ids.has(row.area.id))];
    await recordAudit(tx, actor, now, {
      action: "abstraction.export",
      subjectKind: area.kind,
      subjectId: area.kind === "force" ? null : area.id,
      details: { month, rows: rows.length },
    });
    return {
      ok: true,
      csv: ratesCsv(
        rows.map((row) => ({
          figure: figureOf(row, reader, banded.has(row)),
          isRestated: row.area.id === area.id && restated.includes(row.month),
        })),
      ),
    };
  });
