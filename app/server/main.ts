import { commands } from "#app/cli/commands.ts";
import { readEnv } from "#app/env.server.ts";
import { deriveKeys } from "#app/services/keys/keys.server.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { createTransport } from "#app/services/mail/create-transport.server.ts";
import { finderVersion } from "#db/queries/finder.ts";
import { findForce } from "#db/queries/force.ts";
import { fillPractice } from "#db/seed/fill-practice.ts";
import { createApiLimits } from "./api-limits.ts";
import { runBackground } from "./background/run-background.ts";
import { anchorNow, tasksOf } from "./background/tasks.ts";
import { clientFolder, createServer, urlOf } from "./create-server.ts";
import { followInForce } from "./in-force.ts";
import { createLog } from "./log.ts";
import { createMetrics } from "./metrics/create-metrics.ts";
import { openOwnDatabase, settleDemonstration } from "./open-own-database.ts";
import { ownSecret } from "./own-secret.ts";
import { dataDirOf, packageRoot } from "./package-root.ts";
import { loadBuiltPages, loadPagesInDevelopment } from "./page-build.ts";
import { setUpControl } from "./set-up-control.ts";
import { setUpStaticFiles } from "./set-up-static-files.ts";
import { drainMs, explainStartError, listen, stopOnSignals } from "./start-and-stop.ts";

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  await start();
} catch (error) {
  process.stderr.write(`${explainStartError(error)}\n`);
  process.exit(1);
}

async function start() {
  const isDevelopment = process.argv.includes("--dev");
  const env = { ...readEnv(), ...(isDevelopment ? { mode: "development" as const } : {}) };
  const { log, flush } = createLog(env.logLevel);
  const dataDir = dataDirOf(env);

  const database = await openOwnDatabase(env);
  const { db, kind, close } = database;
  await settleDemonstration(env, db, say);
  await fillPractice(db, new Date());

  const inForce = await followInForce(
    {
      version: () => finderVersion(db),
      load: async () => ({ finder: await loadFinder(db), force: await findForce(db) }),
    },
    log,
  );
  const pages = isDevelopment
    ? await loadPagesInDevelopment(packageRoot)
    : await loadBuiltPages(packageRoot, (app) => {
        setUpStaticFiles(app, clientFolder);
      });
  const keys = deriveKeys(ownSecret(env));
  const metrics = createMetrics({ withProcess: true });
  const apiLimits = createApiLimits(env.apiLimitPerMinute, keys);
  const server = await createServer({ env, db, inForce, keys, apiLimits, pages, metrics, log });
  // PostgreSQL is reached by others too; the embedded database has only this process.
  const stopControl =
    kind === "embedded"
      ? [await setUpControl({ dataDir, db, commands, afterJob: inForce.refresh, log })]
      : [];
  const taskParts = {
    env,
    database,
    keys,
    apiLimits,
    transport: createTransport(env.mail),
    publicUrl: () => env.publicUrl ?? urlOf(server),
    log,
  };
  await listen(server, env);
  const background = runBackground({ db, tasks: tasksOf(taskParts), log, onRun: metrics.countRun });

  stopOnSignals({
    server,
    drainMs: env.trustProxy === null ? 0 : drainMs,
    // In this order: no new work, then what it stands on.
    afterwards: [
      ...stopControl,
      background.stop,
      () => anchorNow(taskParts),
      inForce.stop,
      pages.stop,
      close,
      flush,
    ],
    log,
  });
  say(
    `Safer Neighbourhoods is at ${env.publicUrl ?? urlOf(server)}${env.isDemonstration ? " (a demonstration)" : ""}`,
  );
}
