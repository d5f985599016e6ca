import { commands } from "#app/cli/commands.ts";
import { readEnv } from "#app/env.server.ts";
import { loadFinder } from "#app/services/finder/load-finder.server.ts";
import { finderVersion } from "#db/queries/finder.ts";
import { findForce } from "#db/queries/force.ts";
import { clientFolder, createServer, urlOf } from "./create-server.ts";
import { followInForce } from "./in-force.ts";
import { createLog } from "./log.ts";
import { openOwnDatabase, settleDemonstration } from "./open-own-database.ts";
import { dataDirOf, packageRoot } from "./package-root.ts";
import { loadBuiltPages, loadPagesInDevelopment } from "./page-build.ts";
import { setUpBackups } from "./set-up-backups.ts";
import { setUpControl } from "./set-up-control.ts";
import { setUpStaticFiles } from "./set-up-static-files.ts";
import { explainStartError, listen, stopOnSignals } from "./start-and-stop.ts";

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

  const { db, kind, close } = await openOwnDatabase(env);
  await settleDemonstration(env, db, say);

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
  const server = await createServer({ env, db, inForce, pages, log });
  // PostgreSQL is reached, and backed up, by others too; the embedded database has only this process.
  const stopEmbedded =
    kind === "embedded"
      ? [
          await setUpControl({ dataDir, db, commands, afterJob: inForce.refresh, log }),
          setUpBackups(db, dataDir, log),
        ]
      : [];

  stopOnSignals({
    server,
    // In this order: no new work, then what it stands on.
    afterwards: [...stopEmbedded, inForce.stop, pages.stop, close, flush],
    log,
  });
  await listen(server, env);
  say(
    `Safer Neighbourhoods is at ${env.publicUrl ?? urlOf(server)}${env.isDemonstration ? " (a demonstration)" : ""}`,
  );
}
