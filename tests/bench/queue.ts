import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Actor } from "#app/domain/actor.ts";
import { readableParts } from "#app/domain/concern/reading.ts";
import { countQueue, listQueue, type QueuePlace } from "#db/queries/concern-queue.ts";
import { rowsOf } from "#db/queries/rows.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import { openDatabase } from "#db/client.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";

/** Milliseconds of a page of the queue with its counts, in one transaction under the reader's own scope. */
export interface QueueFigures {
  concerns: number;
  medianMs: number;
  p95Ms: number;
}

const rows = 10_000;
const times = 200;
const migrationsFolder = "db/migrations";

const moderator: Actor = {
  kind: "staff",
  accountId: "00000000-0000-4000-8000-000000000001",
  sessionId: null,
  requestId: null,
  roles: [{ role: "moderator", area: "force", agencyId: null }],
};

const sergeantOf = (neighbourhoodIds: readonly string[]): Actor => ({
  ...moderator,
  roles: [{ role: "sergeant", area: { neighbourhoodIds }, agencyId: null }],
});

/** All of them wait, over the neighbourhoods of the demonstration, one in fifty urgent. */
async function fill(db: Db, now: Date) {
  await fillDemonstration(db, now, () => undefined);
  await db.execute(sql`
    insert into concerns (reference, neighbourhood_id, category, source, state, raised_at, is_urgent, triage_due_at, changed_at)
    select 'X-' || n, places[1 + n % array_length(places, 1)], 'speeding', 'online', 'submitted',
      ${now.toISOString()}::timestamptz - n * interval '1 minute', n % 50 = 0,
      date_trunc('day', ${now.toISOString()}::timestamptz - n * interval '1 minute') + interval '2 days', now()
    from generate_series(1, ${rows}) as n, (select array_agg(id order by id) as places from neighbourhoods) as known`);
  await db.execute(sql`analyze concerns`);
}

async function measure(db: Db, actor: Actor, now: Date): Promise<QueueFigures> {
  const reach = readableParts(actor);
  const read = (after: QueuePlace | null) =>
    withActor(db, actor, async (tx) => ({
      page: await listQueue(tx, reach, {}, { now, after, limit: 51 }),
      counts: await countQueue(tx, reach, now),
    }));
  const taken: number[] = [];
  let after: QueuePlace | null = null;
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    const { page } = await read(after);
    taken.push(performance.now() - started);
    after = page.at(-1) ?? null;
  }
  taken.sort((one, other) => one - other);
  const inMs = (part: number) => Math.round((taken[Math.floor(times * part)] ?? 0) * 10) / 10;
  return {
    concerns: rows,
    medianMs: inMs(0.5),
    p95Ms: inMs(0.95),
  };
}

/** A page of the queue with 10,000 concerns, on PostgreSQL where its programs are installed. */
export async function benchQueue(): Promise<Record<string, QueueFigures>> {
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
      const now = new Date();
      await fill(opened.db, now);
      const some = await opened.db.execute(sql`select id from neighbourhoods order by id limit 8`);
      const ids = rowsOf<{ id: string }>(some).map(({ id }) => id);
      return {
        moderator: await measure(opened.db, moderator, now),
        sergeant: await measure(opened.db, sergeantOf(ids), now),
      };
    } finally {
      await opened.close();
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
