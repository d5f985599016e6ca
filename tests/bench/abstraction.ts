import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { renewAllFigures } from "#app/services/abstraction/renew-figures.server.ts";
import { openDatabase } from "#db/client.ts";
import { keepFigures, renewFigures } from "#db/queries/abstraction-figures.ts";
import { listFigureMonths } from "#db/queries/abstraction-renewal.ts";
import { rowsOf } from "#db/queries/rows.ts";
import type { Db } from "#db/types.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";
import { testJob } from "#tests/support/job.ts";
import { fillAbstraction } from "./fill-abstraction.ts";

/** Seconds of working every month out from nothing, and milliseconds of keeping the figures of one changed entry. */
export interface AbstractionFigures {
  posts: number;
  duties: number;
  entries: number;
  rows: number;
  allMonthsSeconds: number;
  monthByMonthSeconds: number;
  changedRows: number;
  oneEntryMedianMs: number;
  oneEntryP95Ms: number;
}

const migrationsFolder = "db/migrations";
const changes = 100;

async function countOf(db: Db, from: string): Promise<number> {
  const rows = rowsOf<{ count: number }>(
    await db.execute(sql.raw(`select count(*)::int as count from ${from}`)),
  );
  return rows[0]?.count ?? 0;
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** The last entries that were made, each touched on its own as logging it would. */
async function millisecondsOfEntries(db: Db): Promise<number[]> {
  const entries = rowsOf<{ post: string; from: number; to: number }>(
    await db.execute(sql`
      select post_id::text as post, extract(epoch from starts_at)::float8 * 1000 as "from",
        extract(epoch from ends_at)::float8 * 1000 as "to"
      from abstraction_entries order by starts_at desc limit ${changes}`),
  );
  const taken: number[] = [];
  for (const { post, from, to } of entries) {
    const span = { postId: post, from: new Date(from), to: new Date(to) };
    const seconds = await secondsOf(() =>
      db.transaction((tx) => keepFigures(tx, [span], () => Promise.resolve())),
    );
    taken.push(seconds * 1000);
  }
  return taken.sort((one, other) => one - other);
}

async function measure(db: Db, now: Date): Promise<AbstractionFigures> {
  await fillAbstraction(db, now);
  const months = await listFigureMonths(db, null);
  const allMonthsSeconds = await secondsOf(() =>
    db.transaction((tx) => renewFigures(tx, { months, neighbourhoodIds: null })),
  );
  await db.execute(sql`analyze`);
  let changedRows = 0;
  const monthByMonthSeconds = await secondsOf(async () => {
    changedRows = (await renewAllFigures(testJob(db))).changed;
  });
  const taken = await millisecondsOfEntries(db);
  const at = (part: number) => taken[Math.floor(part * taken.length)] ?? Number.NaN;
  return {
    posts: await countOf(db, "(select distinct post_id from duties) p"),
    duties: await countOf(db, "duties"),
    entries: await countOf(db, "abstraction_entries"),
    rows: await countOf(
      db,
      "(select 1 from abstraction_months union all select 1 from abstraction_month_codes union all select 1 from abstraction_month_hours) r",
    ),
    allMonthsSeconds,
    monthByMonthSeconds,
    changedRows,
    oneEntryMedianMs: at(0.5),
    oneEntryP95Ms: at(0.95),
  };
}

/** Two years of the whole force from duties and entries, on PostgreSQL where its programs are installed. */
export async function benchAbstraction(): Promise<AbstractionFigures | Record<string, never>> {
  const user = postgresUser();
  if (user === null) return {};
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  try {
    const found = [debianPostgres(user), embeddedPostgres(user, folder)].find((one) => !("reason" in one));
    if (found === undefined || "reason" in found) return {};
    const server = await startPostgres(found, user, join(folder, "cluster"));
    const opened = await openDatabase({ url: `${server.url}/postgres`, dataDir: folder, migrationsFolder });
    try {
      return await measure(opened.db, new Date());
    } finally {
      await opened.close();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
