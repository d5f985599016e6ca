import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { openDatabase } from "#db/client.ts";
import type { Db, OpenDatabase } from "#db/types.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";

/** Checking the whole record once. */
export interface AuditFigures {
  rows: number;
  seconds: number;
  rowsPerSecond: number;
  /** How long the process could not do anything else at most; on PostgreSQL it only waits. */
  longestStretchMs: number;
}

const migrationsFolder = "db/migrations";
const rowsAtOnce = 20_000;

/** Chains rows as the trigger does, thirty times quicker: it would look for the last row each time. */
async function fill(db: Db, rows: number) {
  for (let done = 0; done < rows; done += rowsAtOnce) {
    await db.execute(
      sql.raw(`do $$
        declare event audit_events; last text;
        begin
          alter table audit_events disable trigger user;
          select coalesce((select hash from audit_events where number = ${done}), repeat('0', 64)) into last;
          for n in ${done + 1}..${Math.min(rows, done + rowsAtOnce)} loop
            event.number := n;
            event.at := timestamptz '2026-01-01' + n * interval '7 seconds';
            event.action := 'session.start';
            event.actor_kind := 'resident';
            event.actor_id := gen_random_uuid();
            event.subject_kind := 'session';
            event.subject_id := event.actor_id;
            event.request_id := event.actor_id;
            event.details := '{"method": "email-code"}';
            event.previous := last;
            event.hash := audit_hash(event);
            last := event.hash;
            insert into audit_events select (event).*;
          end loop;
          alter table audit_events enable trigger user;
        end $$`),
    );
  }
  await db.execute(sql`analyze audit_events`);
}

async function measure({ db, close }: OpenDatabase, rows: number): Promise<AuditFigures> {
  try {
    await fill(db, rows);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const started = performance.now();
    const verdict = await verifyAudit(
      { db, progress: () => undefined, signal: new AbortController().signal },
      [],
    );
    const seconds = (performance.now() - started) / 1_000;
    delay.disable();
    if (verdict.rows !== rows || verdict.findings.length > 0)
      throw new Error("The record was not found whole.");
    return {
      rows,
      seconds: Math.round(seconds * 100) / 100,
      rowsPerSecond: Math.round(rows / seconds),
      longestStretchMs: Math.round(delay.max / 1e6),
    };
  } finally {
    await close();
  }
}

async function onPostgres(folder: string, rows: number): Promise<AuditFigures | null> {
  const user = postgresUser();
  if (user === null) return null;
  const found = [debianPostgres(user), embeddedPostgres(user, folder)].find((one) => !("reason" in one));
  if (found === undefined || "reason" in found) return null;
  const server = await startPostgres(found, user, join(folder, "cluster"));
  try {
    const url = `${server.url}/postgres`;
    return await measure(await openDatabase({ url, dataDir: folder, migrationsFolder }), rows);
  } finally {
    await server.stop();
  }
}

/** Checks a million rows on PostgreSQL (where its programs are installed) and 200,000 on the embedded database. */
export async function benchAudit(): Promise<Record<string, AuditFigures>> {
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  try {
    const postgres = await onPostgres(folder, 1_000_000);
    const opened = await openDatabase({ url: null, dataDir: join(folder, "data"), migrationsFolder });
    return { ...(postgres === null ? {} : { postgres }), embedded: await measure(opened, 200_000) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
