import type { Server } from "node:http";
import { Server as NetServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "pino";
import { SettingsError, type Env } from "#app/env.server.ts";
import { DataFolderInUseError } from "#db/embedded/directory-lock.ts";
import { linesOfError } from "./error-words.ts";

/** Answers that take longer are cut off when the process is told to stop. */
const lastAnswersMs = 10_000;

/**
 * How long a process behind a proxy still answers on the connections that the proxy holds to it, after it has stopped
 * taking new ones. Longer than the proxy keeps one idle (deploy/nginx: 4 s), so that the proxy is the one to close.
 */
export const drainMs = 5_000;

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
  return linesOfError(error).trimEnd();
}

export interface Stopping {
  server: Server;
  /** How long a proxy may go on using its connections; 0 where there is none. */
  drainMs: number;
  /** What to close once nobody is being answered, in order. */
  afterwards: readonly (() => Promise<void>)[];
  log: Logger;
}

/** Stops in good order on SIGTERM and SIGINT (exit 0), and after an error that nothing caught (exit 1). */
export function stopOnSignals({ server, drainMs: drain, afterwards, log }: Stopping): void {
  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await closeServer(server, drain);
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

const stoppingEvent = "stopping";

/** Has a function called when a server begins to stop: answers that go on for long have to end by themselves. */
export const whenStopping = (server: Server, then: () => void): void => {
  server.once(stoppingEvent, then);
};

/** Takes no new connection, lets the last answers out, then ends. Each answer of the drain closes its connection. */
export async function closeServer(server: Server, drain = 0): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    // why: the HTTP server's own `close` hangs up on idle connections, just when a proxy may be sending on one.
    NetServer.prototype.close.call(server, () => {
      resolve();
    });
  });
  server.prependListener("request", (_, response) => response.setHeader("Connection", "close"));
  server.emit(stoppingEvent);
  if (drain > 0) await Promise.race([closed, wait(drain, null, { ref: false })]);
  // Again and again: an answer that began before this one is idle only when it is out.
  const hangUp = setInterval(() => {
    server.closeIdleConnections();
  }, 50);
  server.closeIdleConnections();
  const cutOff = setTimeout(() => {
    server.closeAllConnections();
  }, lastAnswersMs);
  await closed;
  clearInterval(hangUp);
  clearTimeout(cutOff);
}
