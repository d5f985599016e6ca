import { fork } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { ne } from "drizzle-orm";
import { paths } from "#app/paths.ts";
import { openDatabase } from "#db/client.ts";
import { priorities } from "#db/schema/index.ts";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";
import { startServer } from "#tests/support/server.ts";
import { ensureBuilt } from "../../app/server/build.js";
import { fillPriority } from "./fill-priority.ts";

/** Milliseconds from asking to the last byte, one after another; the weight of the HTML after gzip. */
interface PageFigures {
  pages: number;
  medianMs: number;
  p95Ms: number;
  /** The same bytes from a server that only sends them: what asking itself costs on this machine. */
  bareP95Ms: number;
  heaviestHtmlBytes: number;
}

const migrationsFolder = "db/migrations";
const rounds = 400;
const warmUp = 50;
const mostPages = 200;
const filledWithinMs = 10 * 60_000;

async function timesOf(url: string, asked: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < warmUp + rounds; round += 1) {
    const started = performance.now();
    const response = await fetch(`${url}${asked[round % asked.length] ?? ""}`);
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
    if (round >= warmUp) times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
}

async function measure(url: string, asked: readonly string[]): Promise<PageFigures> {
  const answers: [string, string][] = [];
  for (const path of asked) answers.push([path, await (await fetch(`${url}${path}`)).text()]);
  const bare = fork(join(import.meta.dirname, "bare-server.js"), { execArgv: [] });
  try {
    bare.send(answers);
    const port = await new Promise((resolve) => bare.once("message", resolve));
    const [ours, theirs] = [
      await timesOf(url, asked),
      await timesOf(`http://127.0.0.1:${String(port)}`, asked),
    ];
    const at = (times: readonly number[], share: number) =>
      times[Math.floor(share * times.length)] ?? Number.NaN;
    return {
      pages: asked.length,
      medianMs: at(ours, 0.5),
      p95Ms: at(ours, 0.95),
      bareP95Ms: at(theirs, 0.95),
      heaviestHtmlBytes: Math.max(...answers.map(([, html]) => gzipSync(html).length)),
    };
  } finally {
    bare.kill();
  }
}

/** Waits for the two years that fill in behind a server that is ready. */
async function untilFilled(output: () => string) {
  const until = Date.now() + filledWithinMs;
  while (!/history: (\d+) of \1 neighbourhoods/.test(output())) {
    if (Date.now() > until) throw new Error("The demonstration's history was not filled in time.");
    await wait(500);
  }
}

/** The fullest page there can be, and the pages of the demonstration's priorities, each asked for in turn. */
async function onDatabase(url: string, folder: string): Promise<Record<string, PageFigures>> {
  const server = await startServer({
    dataDir: join(folder, "data"),
    env: { DATABASE_URL: url, DEMO: "on" },
  });
  try {
    await untilFilled(server.output);
    const { db, close } = await openDatabase({ url, dataDir: folder, migrationsFolder });
    try {
      const fullest = await fillPriority(db, new Date());
      const found = await db
        .select({ reference: priorities.reference })
        .from(priorities)
        .where(ne(priorities.state, "proposed"))
        .orderBy(priorities.reference)
        .limit(mostPages);
      return {
        fullest: await measure(server.url, [paths.priority(fullest)]),
        demonstration: await measure(
          server.url,
          found.map(({ reference }) => paths.priority(reference)),
        ),
      };
    } finally {
      await close();
    }
  } finally {
    await server.stop();
  }
}

/** The public page of a priority from the built server, with two years of history, on PostgreSQL where its programs are installed. */
export async function benchPriorityPage(): Promise<Record<string, PageFigures>> {
  const user = postgresUser();
  if (user === null) return {};
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  try {
    const found = [debianPostgres(user), embeddedPostgres(user, folder)].find((one) => !("reason" in one));
    if (found === undefined || "reason" in found) return {};
    const postgres = await startPostgres(found, user, join(folder, "cluster"));
    try {
      return await onDatabase(`${postgres.url}/postgres`, folder);
    } finally {
      await postgres.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
