import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import { hashOfAgencyKey, newAgencyKey } from "#app/services/agency/agency-key.server.ts";
import { openDatabase } from "#db/client.ts";
import { agencyKeys, taskingActions, taskingAttendances, taskingMembers } from "#db/schema/index.ts";
import type { Db } from "#db/types.ts";
import { listenForTest } from "#tests/support/listening-server.ts";
import { signedInAs } from "#tests/support/people.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { fillTasking, multiplyTasking } from "./fill-tasking.ts";

/** Milliseconds from asking to the last byte, one after another. */
interface Times {
  medianMs: number;
  p95Ms: number;
}

const migrationsFolder = "db/migrations";
const ofEachAgency = 10_000;
const rounds = 200;
const warmUp = 20;
// A key may ask 120 times a minute.
const keysNeeded = 10;

async function timesOf(ask: (round: number) => Promise<Response>): Promise<Times> {
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const started = performance.now();
    const response = await ask(round);
    await response.arrayBuffer();
    if (response.status !== 200) throw new Error(`${response.url} answered ${response.status}`);
    if (round >= warmUp) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * times.length)] ?? Number.NaN;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

/** Somebody of the agency who has sat in a quarter of the groups for two years, as a browser's cookie. */
async function addOfficer(db: Db, agencyId: string): Promise<string> {
  const { account, cookie } = await signedInAs(db, "partner", { agencyId });
  const seat = sql`${account.id}::uuid, ${agencyId}::uuid, 'Officer'`;
  await db.execute(sql`
    insert into ${taskingMembers} (group_id, account_id, agency_id, position, joined_at)
    select id, ${seat}, now() from tasking_groups where code in ('BN1', 'BN2', 'BN3')`);
  await db.execute(sql`
    insert into ${taskingAttendances} (meeting_id, account_id, agency_id, position, invited_at)
    select m.id, ${seat}, now() from tasking_meetings m join tasking_groups g on g.id = m.group_id
    where g.code in ('BN1', 'BN2', 'BN3')`);
  return cookie;
}

async function addKeys(db: Db, agencyId: string): Promise<string[]> {
  const keys = Array.from({ length: keysNeeded }, newAgencyKey);
  await db.insert(agencyKeys).values(
    keys.map((key, index) => ({
      agencyId,
      name: `Bench ${index}`,
      hash: hashOfAgencyKey(key),
      madeAt: new Date(),
      endsOn: "2199-01-01",
    })),
  );
  return keys;
}

async function measure(db: Db, agencyId: string, cookie: string, keys: readonly string[]) {
  await db.execute(sql`vacuum analyze`);
  const server = await listenForTest(db);
  try {
    const page = (path: string) =>
      timesOf(() => fetch(server.url + path, { headers: { cookie }, redirect: "manual" }));
    const api = (query: string) =>
      timesOf((round) =>
        fetch(server.url + paths.api.taskingActions(query), {
          headers: { Authorization: `Bearer ${keys[round % keys.length] ?? ""}` },
        }),
      );
    return {
      actions: await db.$count(taskingActions),
      ofTheAgency: await db.$count(taskingActions, sql`agency_id = ${agencyId}`),
      "its page": await page(paths.partners.home()),
      "what it did": await page(paths.partners.history()),
      "what it did in a year": await page(paths.partners.history(`year=${new Date().getFullYear() - 1}`)),
      "API, open": await api("state=open"),
      "API, all from the first": await api("state=all"),
    };
  } finally {
    await server.close();
  }
}

async function measureAll(url: string, folder: string) {
  const { db, close } = await openDatabase({ url: `${url}/postgres`, dataDir: folder, migrationsFolder });
  try {
    const now = new Date();
    const agencyId = await fillTasking(db, now, ofEachAgency);
    const [cookie, keys] = [await addOfficer(db, agencyId), await addKeys(db, agencyId)];
    const once = await measure(db, agencyId, cookie, keys);
    await multiplyTasking(db, now, ofEachAgency);
    return { once, tenfold: await measure(db, agencyId, cookie, keys) };
  } finally {
    await close();
  }
}

/** A partner's pages and the list of its own system, with 10,000 actions of 300,000, and with ten times as many. */
export async function benchTaskingPartner(): Promise<Record<string, unknown>> {
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
      return await measureAll(server.url, folder);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
