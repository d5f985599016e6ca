import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "#db/client.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { fillLiveForce, record, screenAddress, type LiveForce } from "#tests/integration/live-force.ts";
import { openLive, until, type LiveClient } from "#tests/support/live-client.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";
import { startServer, type RunningServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";

/** Milliseconds from sending an action to its arrival on a screen, over all screens and actions. */
export interface LiveFigures {
  screens: number;
  actions: number;
  recordedInSeconds: number;
  medianMs: number;
  p99Ms: number;
  slowestMs: number;
  /** The slowest arrival of each screen, the best and the worst of them. */
  bestScreenMs: number;
  worstScreenMs: number;
  isSameOrderEverywhere: boolean;
  /** The slowest from the moment at which the recorder had the answer. */
  slowestAfterAnswerMs: number;
  answerMedianMs: number;
  answerSlowestMs: number;
  /** Of one core, while it was recorded. */
  serverCpuPercent: number;
}

const migrationsFolder = "db/migrations";
const screens = 30;
const actions = 200;
/** A little quicker than the minute allows. */
const everyMs = 290;

/** Seconds of processor that the server has used so far. */
async function cpuSeconds({ url }: RunningServer): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(text)?.[1] ?? Number.NaN);
}

/** Records as somebody does in the room: one after another; when each was sent, and how long the answer took. */
async function recordActions({ url }: RunningServer, { recorder, councilId }: LiveForce) {
  const sent: number[] = [];
  const answers: number[] = [];
  const [year = "", month = "", day = ""] = addDays(londonDay(new Date()), 14).split("-");
  const started = performance.now();
  for (let count = 0; count < actions; count += 1) {
    await wait(Math.max(0, started + count * everyMs - performance.now()));
    const at = performance.now();
    sent.push(at);
    const isDone = await record(url, recorder, {
      intent: "action",
      key: randomUUID(),
      kind: "environmental",
      task: `Repair the lights on the rec, column ${count + 1}`,
      agencyId: councilId,
      position: "Street lighting officer",
      "dueOn.day": day,
      "dueOn.month": month,
      "dueOn.year": year,
    });
    if (!isDone) throw new Error("An action was not acknowledged.");
    answers.push(performance.now() - at);
  }
  return { sent, answers, seconds: (performance.now() - started) / 1_000 };
}

const sorted = (times: readonly number[]) => [...times].sort((one, other) => one - other);
const at = (times: readonly number[], share: number) =>
  sorted(times)[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN;

async function measure(server: RunningServer, force: LiveForce): Promise<LiveFigures> {
  const clients: LiveClient[] = [];
  try {
    for (const cookie of force.screens) clients.push(await openLive(`${server.url}${screenAddress}`, cookie));
    await until(() => clients.every(({ stamps }) => stamps.length > 0));
    const cpuBefore = await cpuSeconds(server);
    const { sent, answers, seconds } = await recordActions(server, force);
    await until(() => clients.every(({ heard }) => heard.length === actions), 10_000);
    const cpu = (await cpuSeconds(server)) - cpuBefore;
    const late = clients.map(({ heard }) =>
      heard.map(({ number, heardAt }) => heardAt - (sent[number - 1] ?? Number.NaN)),
    );
    const all = late.flat();
    const afterAnswer = late.flatMap((times) =>
      times.map((time, index) => time - (answers[index] ?? Number.NaN)),
    );
    const slowest = late.map((times) => at(times, 1));
    const [first, ...others] = clients.map(({ heard }) =>
      heard.map(({ number, words }) => `${number} ${words}`).join("\n"),
    );
    return {
      screens,
      actions,
      recordedInSeconds: seconds,
      medianMs: at(all, 0.5),
      p99Ms: at(all, 0.99),
      slowestMs: at(all, 1),
      bestScreenMs: at(slowest, 0),
      worstScreenMs: at(slowest, 1),
      isSameOrderEverywhere: others.every((other) => other === first),
      slowestAfterAnswerMs: at(afterAnswer, 1),
      answerMedianMs: at(answers, 0.5),
      answerSlowestMs: at(answers, 1),
      serverCpuPercent: (100 * cpu) / seconds,
    };
  } finally {
    for (const { hangUp } of clients) hangUp();
  }
}

async function serveAndMeasure(url: string | null, dataDir: string): Promise<LiveFigures> {
  const opened = await openDatabase({ url, dataDir, migrationsFolder });
  const force = await fillLiveForce(opened.db, screens);
  await opened.close();
  const env = { LOG_LEVEL: "warn", DEMO: "on", ...(url === null ? {} : { DATABASE_URL: url }) };
  const server = await startServer({ dataDir, env, readyAt: "/health" });
  try {
    return await measure(server, force);
  } finally {
    await server.stop();
  }
}

async function onPostgres(folder: string): Promise<LiveFigures | null> {
  const user = postgresUser();
  if (user === null) return null;
  const found = [debianPostgres(user), embeddedPostgres(user, folder)].find((one) => !("reason" in one));
  if (found === undefined || "reason" in found) return null;
  const postgres = await startPostgres(found, user, join(folder, "cluster"));
  try {
    return await serveAndMeasure(`${postgres.url}/postgres`, join(folder, "beside-postgres"));
  } finally {
    await postgres.stop();
  }
}

/** Thirty screens on one meeting while two hundred actions are given, on PostgreSQL (where its programs are) and embedded. */
export async function benchTaskingLive(): Promise<Record<string, LiveFigures>> {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  try {
    const postgres = await onPostgres(folder);
    const embedded = await serveAndMeasure(null, join(folder, "data"));
    return { ...(postgres === null ? {} : { postgres }), embedded };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
