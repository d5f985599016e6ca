import { sql, type SQL } from "drizzle-orm";
import { platform } from "#app/domain/actor.ts";
import type { Anchor } from "#app/domain/audit/anchor.ts";
import { findingInWords } from "#app/domain/audit/finding.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { auditHead, recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { testJob } from "#tests/support/job.ts";

/** Records acts as the platform does, one transaction each; `at` is when the first was, the others a second apart. */
export async function recordRows(db: Db, rows: number, at = new Date("2026-03-02T09:00:00Z")): Promise<void> {
  for (let row = 0; row < rows; row += 1) {
    const when = new Date(at.getTime() + row * 1_000);
    await db.transaction((tx) =>
      recordAudit(tx, platform(`request-${row}`), when, {
        action: "session.start",
        subjectKind: "session",
        subjectId: crypto.randomUUID(),
        reason: row % 3 === 0 ? "test" : null,
        details: { method: "oidc", row, share: 0.1 * row, isFirst: row === 0, nothing: null },
      }),
    );
  }
}

/** As somebody who owns the tables would, leaving no trace: with what guards the record off, and on again. */
export async function asDatabaseOwner(db: Db, ...statements: readonly SQL[]): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`alter table audit_events disable trigger user`);
    for (const statement of statements) await tx.execute(statement);
    await tx.execute(sql`alter table audit_events enable trigger user`);
  });
}

/** Writes numbers, links and hashes anew from a row on, so that the record agrees with itself. */
export const rebuildFrom = (number: number): SQL =>
  sql.raw(`do $$
    declare event audit_events; last text;
    begin
      select coalesce((select hash from audit_events where number = ${number - 1}), repeat('0', 64)) into last;
      for event in select * from audit_events where number >= ${number} order by number loop
        event.previous := last;
        event.hash := audit_hash(event);
        update audit_events set previous = event.previous, hash = event.hash where number = event.number;
        last := event.hash;
      end loop;
    end $$`);

/** What checking the record says, in words: "row 3: was edited". */
export async function findings(db: Db, anchors: readonly Anchor[] = []): Promise<string[]> {
  const verdict = await verifyAudit(testJob(db), anchors);
  return verdict.findings.map(findingInWords).map(({ where, message }) => `${where ?? ""}: ${message}`);
}

/** The head as an anchor, without a file. */
export async function anchorNow(db: Db): Promise<Anchor> {
  const head = await auditHead(db);
  if (head === null) throw new Error("Nothing is recorded.");
  return { kind: "head", ...head, at: "2026-03-02T10:00:00.000Z", before: null };
}
