import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { overviewOf } from "#app/domain/priority/overview.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { openDatabase } from "#db/client.ts";
import { overviewRows } from "#db/queries/overview.ts";
import { readSettings } from "#db/queries/setting.ts";
import { neighbourhoods } from "#db/schema/index.ts";
import { fillDemonstration } from "#db/seed/fill-demonstration.ts";
import type { Db, OpenDatabase } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { fillChoices } from "#tests/support/choices.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";

/** The overview of the whole force, read and put in order. */
export interface OverviewFigures {
  neighbourhoods: number;
  openPriorities: number;
  medianMs: number;
  p95Ms: number;
}

const migrationsFolder = "db/migrations";
const cyclesEach = 8;
const rounds = 200;
const warmUp = 20;

const chief: Actor = {
  kind: "staff",
  accountId: null,
  sessionId: null,
  requestId: null,
  roles: [{ role: "chief-officer", area: "force", agencyId: null }],
};

const everything = { area: null, theme: null, stage: null, isLateOnly: false, order: "late" } as const;

async function readOnce(db: Db, now: Date) {
  const scope = scopeOf(chief, "priority:read-overview");
  if (scope === null) throw new Error("A chief officer may no longer read the overview.");
  return withActor(db, chief, async (tx) =>
    overviewOf(await overviewRows(tx, scope), everything, londonDay(now), await readSettings(tx)),
  );
}

async function measure({ db, close }: OpenDatabase): Promise<OverviewFigures> {
  try {
    const now = new Date();
    await fillDemonstration(db, now, () => undefined);
    const places = await db.select({ id: neighbourhoods.id }).from(neighbourhoods);
    await fillChoices(
      db,
      places.map(({ id }) => id),
      { cyclesEach, today: londonDay(now) },
    );
    await db.execute(sql`analyze`);
    for (let round = 0; round < warmUp; round += 1) await readOnce(db, now);
    const times: number[] = [];
    let last = await readOnce(db, now);
    for (let round = 0; round < rounds; round += 1) {
      const started = performance.now();
      last = await readOnce(db, now);
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)] ?? Number.NaN;
    const { neighbourhoods: number, priorities } = last.totals;
    return { neighbourhoods: number, openPriorities: priorities, medianMs: at(0.5), p95Ms: at(0.95) };
  } finally {
    await close();
  }
}

async function onPostgres(folder: string): Promise<OverviewFigures | null> {
  const user = postgresUser();
  if (user === null) return null;
  const found = [debianPostgres(user), embeddedPostgres(user, folder)].find((one) => !("reason" in one));
  if (found === undefined || "reason" in found) return null;
  const server = await startPostgres(found, user, join(folder, "cluster"));
  try {
    const url = `${server.url}/postgres`;
    return await measure(await openDatabase({ url, dataDir: folder, migrationsFolder }));
  } finally {
    await server.stop();
  }
}

/** 103 neighbourhoods of eight cycles each, on PostgreSQL (where its programs are installed) and embedded. */
export async function benchOverview(): Promise<Record<string, OverviewFigures>> {
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  try {
    const postgres = await onPostgres(folder);
    const opened = await openDatabase({ url: null, dataDir: join(folder, "data"), migrationsFolder });
    return { ...(postgres === null ? {} : { postgres }), embedded: await measure(opened) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
