import { platform } from "#app/domain/actor.ts";
import {
  keptSince,
  retentionSchedule,
  type RetentionRule,
  type RetentionRuleId,
} from "#app/domain/retention/schedule.ts";
import { SealBroken } from "#app/services/audit/sealed-file.server.ts";
import { sealAudit } from "#app/services/audit/seal-audit.server.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Moment } from "#db/queries/disposal.ts";
import { beginRetentionRun, countAuditToSeal, disposals, noteRetentionRun } from "#db/queries/retention.ts";
import type { Db } from "#db/types.ts";

export interface RetentionDeps {
  db: Db;
  now: Date;
  /** Where rows of the audit record go as sealed files. */
  sealFolder: string;
  /** Checked between batches; what was disposed of by then stays so, and is noted. */
  signal: AbortSignal;
}

export interface RetentionReport {
  rules: { rule: RetentionRule; count: number }[];
  /** Why the audit record could not be sealed; null when it could. */
  problem: string | null;
}

type Counts = Partial<Record<RetentionRuleId, number>>;

// One batch is one transaction, which on the embedded database keeps everybody waiting.
const rowsPerBatch = 200;

/**
 * Disposes of everything that has been kept long enough, in small batches, and records what: counts only. With
 * `isDryRun` it only counts and changes nothing. For the owner of the tables alone.
 */
export async function runRetention(
  deps: RetentionDeps,
  { isDryRun }: { isDryRun: boolean },
): Promise<RetentionReport> {
  if (isDryRun) return { rules: listed(await countDue(deps)), problem: null };
  const { db, now } = deps;
  const runId = await beginRetentionRun(db, now);
  const counts: Counts = {};
  for (const rule of retentionSchedule) {
    if (rule.id !== "audit") await disposeOf(deps, runId, rule.id, momentOf(rule, now), counts);
  }
  const problem = await sealOldRows(deps, counts);
  await db.transaction(async (tx) => {
    await noteRetentionRun(tx, runId, counts);
    await recordAudit(tx, platform(), now, {
      action: "retention.run",
      subjectKind: "retention-run",
      subjectId: runId,
      details: counts,
    });
  });
  return { rules: listed(counts), problem };
}

const momentOf = (rule: RetentionRule, now: Date): Moment => ({ since: keptSince(rule, now), now });

const listed = (counts: Counts) => retentionSchedule.map((rule) => ({ rule, count: counts[rule.id] ?? 0 }));

async function countDue({ db, now }: RetentionDeps): Promise<Counts> {
  const counts: Counts = {};
  for (const rule of retentionSchedule) {
    const count = rule.id === "audit" ? countAuditToSeal : disposals[rule.id].count;
    counts[rule.id] = await count(db, momentOf(rule, now));
  }
  return counts;
}

/** Batch by batch; each notes what it took in the transaction that took it. */
async function disposeOf(
  { db, signal }: RetentionDeps,
  runId: string,
  id: keyof typeof disposals,
  moment: Moment,
  counts: Counts,
) {
  const turn = createTurn();
  for (;;) {
    await turn();
    signal.throwIfAborted();
    const taken = await db.transaction(async (tx) => {
      const rows = await disposals[id].dispose(tx, moment, rowsPerBatch);
      if (rows > 0) await noteRetentionRun(tx, runId, { ...counts, [id]: (counts[id] ?? 0) + rows });
      return rows;
    });
    counts[id] = (counts[id] ?? 0) + taken;
    if (taken < rowsPerBatch) return;
  }
}

/** A record that was tampered with stays as it is, for somebody to look at; the rest of the schedule goes on. */
async function sealOldRows({ db, now, signal, sealFolder }: RetentionDeps, counts: Counts) {
  const [rule] = retentionSchedule.filter(({ id }) => id === "audit");
  if (rule === undefined) return null;
  try {
    const segments = await sealAudit({ db, now, signal, folder: sealFolder }, keptSince(rule, now));
    counts.audit = segments.reduce((rows, { first, last }) => rows + last - first + 1, 0);
    return null;
  } catch (error) {
    if (!(error instanceof SealBroken)) throw error;
    return error.message;
  }
}
