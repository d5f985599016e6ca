import type { Server } from "node:http";
import type { Logger } from "pino";
import { SettingsError, type Env } from "#app/env.server.ts";
import { DataFolderInUseError } from "#db/embedded/directory-lock.ts";

/** Answers that take longer are cut off when the process is told to stop. */
const lastAnswersMs = 10_000;

/** Another process has the port. */
class PortInUseError extends Error {
  override name = "PortInUseError";
}

/** Resolves when the server accepts connections. */
export function listen(server: Server, { port, host }: Pick<Env, "port" | "host">): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const isTaken = "code" in error && error.code === "EADDRINUSE";
      reject(
        isTaken
          ? new PortInUseError(`Port ${port} is in use. Stop what uses it, or set PORT to another number.`)
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
}

/** What to tell the person whose start failed: one plain line where they can mend it, the whole error where not. */
export function explainStartError(error: unknown): string {
  if (
    error instanceof SettingsError ||
    error instanceof DataFolderInUseError ||
    error instanceof PortInUseError
  ) {
    return error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export interface Stopping {
  server: Server;
  /** What to close once nobody is being answered, in order. */
  afterwards: readonly (() => Promise<void>)[];
  log: Logger;
}

/** Stops in good order on SIGTERM and SIGINT (exit 0), and after an error that nothing caught (exit 1). */
export function stopOnSignals({ server, afterwards, log }: Stopping): void {
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await closeServer(server);
    for (const close of afterwards) {
      await close().catch((error: unknown) => {
        log.error({ err: error }, "not everything could be closed");
      });
    }
    process.exit(exitCode);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      log.info({ signal }, "stopping");
      void stop(0);
    });
  }
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, "nothing caught this error; the process ends");
      void stop(1);
    });
  }
}

/** Takes no new connection, lets the last answers out, then ends. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cutOff = setTimeout(() => {
      server.closeAllConnections();
    }, lastAnswersMs);
    server.close(() => {
      clearTimeout(cutOff);
      resolve();
    });
    server.closeIdleConnections();
  });
}
