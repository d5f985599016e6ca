import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { expect } from "vitest";
import { platform } from "#app/domain/actor.ts";
import { packageRoot } from "#app/server/package-root.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { insertAccount } from "#db/queries/account.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { messages } from "#db/schema/mail.ts";
import { sessions } from "#db/schema/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { testJob } from "#tests/support/job.ts";
import type { RestorableDatabase } from "./restorable-database.ts";

/** Somebody whose sessions the doomed processes start; their id. */
export const addAccount = (db: Db): Promise<string> =>
  withActor(db, platform(), async (tx) => {
    const account = { kind: "resident", status: "active", name: null, agencyId: null } as const;
    return (await insertAccount(tx, { ...account, createdAt: new Date() })).id;
  });

/** Builds a child once, so that fifty starts of it are quick; the path of the built file. */
export async function buildChild(name = "killed-work-child"): Promise<string> {
  const outfile = join(packageRoot, "node_modules/.cache/killed-work", `${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [join(import.meta.dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
  });
  return outfile;
}

/** How a process comes to its end. */
export interface Doom {
  /** Names this process's work. */
  run: string;
  accountId: string;
  /** How many transactions it has open at once. */
  workers: number;
  /** It is killed this long after it has said that so many pieces were done. */
  afterPieces: number;
  afterMs: number;
}

/** An end at a random moment: within the first pieces, and anywhere in one. */
export const randomEnd = (random: () => number) => ({
  afterPieces: Math.floor(random() * 16),
  afterMs: random() * 40,
});

/** Lets a process work and kills it (`kill -9`); the names of what it said was done. */
export async function workUntilKilled(
  script: string,
  { env }: RestorableDatabase,
  { run, accountId, workers, afterPieces, afterMs }: Doom,
): Promise<string[]> {
  const { DATA_DIR: dataDir = "", DATABASE_URL: databaseUrl } = env;
  const words = [run, accountId, String(workers), dataDir];
  const child = spawn(
    process.execPath,
    [script, ...words, ...(databaseUrl === undefined ? [] : [databaseUrl])],
    {
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  let said = "";
  // After "open"; a line that was not finished was not said.
  const pieces = () => said.split("\n").slice(1, -1);
  const hasWorked = new Promise<void>((resolve) =>
    child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
      if (pieces().length >= afterPieces) resolve();
    }),
  );
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once("close", (_, signal) => {
      resolve(signal);
    }),
  );
  await Promise.race([hasWorked, ended]);
  await wait(afterMs);
  child.kill("SIGKILL");
  expect(await ended).toBe("SIGKILL");
  return pieces();
}

/**
 * Fails unless everything acknowledged is there once, nothing is half there and the audit record verifies; how many
 * pieces were committed whose acknowledgement died with the process.
 */
export async function expectWhole(
  db: Db,
  acknowledged: readonly string[],
  mostUnsaid: number,
): Promise<number> {
  const { sessionRows, mailRows, auditRows } = await withActor(db, platform(), async (tx) => ({
    sessionRows: await tx.select({ id: sessions.id, name: sessions.device }).from(sessions),
    mailRows: await tx.select({ recipient: messages.recipient }).from(messages),
    auditRows: await tx
      .select({ subjectId: auditEvents.subjectId, name: auditEvents.requestId })
      .from(auditEvents),
  }));
  const names = sessionRows.map(({ name }) => name).sort();
  const there = new Set(names);
  expect(names).toEqual([...there]);
  expect(acknowledged.filter((name) => !there.has(name))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);

  expect(mailRows.map(({ recipient }) => recipient).sort()).toEqual(
    names.map((name) => `${name}@example.org`).sort(),
  );
  const pairs = (rows: readonly { id: string | null; name: string | null }[]) =>
    rows.map(({ id, name }) => `${name ?? ""} ${id ?? ""}`).sort();
  expect(pairs(auditRows.map(({ subjectId, name }) => ({ id: subjectId, name })))).toEqual(
    pairs(sessionRows),
  );
  const { rows, findings } = await verifyAudit(testJob(db), []);
  expect([rows, findings]).toEqual([names.length, []]);

  const unsaid = names.length - acknowledged.length;
  expect(unsaid).toBeLessThanOrEqual(mostUnsaid);
  return unsaid;
}
