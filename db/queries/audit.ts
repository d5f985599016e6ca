import { desc } from "drizzle-orm";
import type { AuditEntry } from "#app/domain/audit/audit.ts";
import type { Actor } from "#app/domain/actor.ts";
import { auditEvents, auditSeals } from "#db/schema/audit.ts";
import type { Db } from "#db/types.ts";

/**
 * Records what an actor did, in the transaction that did it. Call it last: the next number of the record is held
 * until the transaction ends.
 */
export const recordAudit = (tx: Db, actor: Actor, at: Date, entry: AuditEntry): Promise<void> =>
  recordAudits(tx, actor, at, [entry]);

/** As `recordAudit`, of several acts in one statement, in the order given. */
export async function recordAudits(
  tx: Db,
  actor: Actor,
  at: Date,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(auditEvents).values(
    entries.map((entry) => ({
      // The trigger numbers and chains each row; what is given here never stays.
      number: 0,
      previous: "",
      hash: "",
      at,
      action: entry.action,
      actorKind: actor.kind,
      actorId: actor.accountId,
      subjectKind: entry.subjectKind,
      subjectId: entry.subjectId,
      neighbourhoodId: entry.neighbourhoodId ?? null,
      agencyId: entry.agencyId ?? null,
      reason: entry.reason ?? null,
      requestId: actor.requestId,
      details: entry.details ?? {},
    })),
  );
}

/** The number and hash of the last row, or of the last seal; null before anything was recorded. */
export async function auditHead(db: Db): Promise<{ number: number; hash: string } | null> {
  for (const table of [auditEvents, auditSeals]) {
    const [last] = await db
      .select({ number: table.number, hash: table.hash })
      .from(table)
      .orderBy(desc(table.number))
      .limit(1);
    if (last !== undefined) return last;
  }
  return null;
}
