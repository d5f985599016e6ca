import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { monthInAddress } from "#app/domain/abstraction/month-asked.ts";
import { paths } from "#app/paths.ts";
import { openDatabase } from "#db/client.ts";
import { renewFigures } from "#db/queries/abstraction-figures.ts";
import type { Db } from "#db/types.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { cookieOf, signedInAs } from "#tests/support/people.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { fillAbstraction } from "./fill-abstraction.ts";
import { multiplyForce, multiplyPosts, multiplyYears } from "./multiply-abstraction.ts";

/** Milliseconds from asking for the force's dashboard to its last byte, one after another. */
interface DashboardFigures {
  duties: number;
  entries: number;
  figureRows: number;
  medianMs: number;
  p95Ms: number;
}

const migrationsFolder = "db/migrations";
const rounds = 120;
const warmUp = 15;

async function measure(db: Db): Promise<DashboardFigures> {
  await db.execute(sql`vacuum analyze`);
  const { account } = await signedInAs(db, "chief-officer");
  const server = await listenForTest(db);
  try {
    const cookie = await cookieOf(db, account);
    const last = await db.query.abstractionMonths.findFirst({ orderBy: (t, { desc }) => desc(t.month) });
    const path = paths.abstractions.rates(`area=force&month=${monthInAddress(last?.month ?? "")}`);
    const times: number[] = [];
    for (let round = 0; round < warmUp + rounds; round += 1) {
      const started = performance.now();
      const response = await fetch(server.url + path, { headers: { cookie }, redirect: "manual" });
      const html = await response.text();
      if (response.status !== 200 || !html.includes("was abstraction"))
        throw new Error(`${path} answered ${response.status}`);
      if (round >= warmUp) times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(share * times.length)] ?? Number.NaN;
    const count = (table: string) => db.$count(sql.raw(table));
    return {
      duties: await count("duties"),
      entries: await count("abstraction_entries"),
      figureRows:
        (await count("abstraction_months")) +
        (await count("abstraction_month_codes")) +
        (await count("abstraction_month_hours")),
      medianMs: at(0.5),
      p95Ms: at(0.95),
    };
  } finally {
    await server.close();
  }
}

const sizes: Readonly<Record<string, (db: Db) => Promise<void>>> = {
  asItIs: () => Promise.resolve(),
  tenfoldPosts: multiplyPosts,
  tenfoldForce: multiplyForce,
  tenfoldYears: multiplyYears,
};

/** Each size in a database of its own, all copies of one. */
async function measureAll(serverUrl: string, folder: string) {
  const open = (database: string) =>
    openDatabase({ url: `${serverUrl}/${database}`, dataDir: folder, migrationsFolder });
  const now = new Date();
  const first = await open("postgres");
  for (const month of await fillAbstraction(first.db, now, {}))
    await first.db.transaction((tx) => renewFigures(tx, { months: [month], neighbourhoodIds: null }));
  await first.close();
  const admin = await open("template1");
  for (const name of Object.keys(sizes))
    await admin.db.execute(sql.raw(`create database ${name.toLowerCase()} template postgres`));
  await admin.close();
  const figures: Record<string, DashboardFigures> = {};
  for (const [name, grow] of Object.entries(sizes)) {
    const { db, close } = await open(name.toLowerCase());
    try {
      await grow(db);
      figures[name] = await measure(db);
    } finally {
      await close();
    }
  }
  return figures;
}

/** The dashboard of the force from the built pages on PostgreSQL, as it is and at ten times the data, as ratios. */
export async function benchAbstractionDashboard(): Promise<Record<string, unknown>> {
  const user = postgresUser();
  if (user === null) return {};
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  try {
    const found = [debianPostgres(user), embeddedPostgres(user, folder)].find((one) => !("reason" in one));
    if (found === undefined || "reason" in found) return {};
    const server = await startPostgres(found, user, join(folder, "cluster"));
    try {
      const figures = await measureAll(server.url, folder);
      const once = figures["asItIs"]?.p95Ms ?? Number.NaN;
      const ratios = Object.fromEntries(
        Object.entries(figures).map(([name, { p95Ms }]) => [name, p95Ms / once]),
      );
      return { ...figures, "p95 against as it is": ratios };
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
