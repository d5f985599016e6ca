import { chmodSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { json } from "node:stream/consumers";
import type { Logger } from "pino";
import type { DataCommand } from "#app/cli/command.ts";
import { controlRequestSchema, type ControlMessage, type ControlRequest } from "#app/cli/control-protocol.ts";
import { controlSocketPath, secureSocketFolder } from "#app/cli/control-socket.ts";
import { runJob } from "#app/cli/run-job.ts";
import type { Progress } from "#app/services/edition/import.server.ts";
import type { Db } from "#db/types.ts";

export interface ControlParts {
  dataDir: string;
  db: Db;
  commands: readonly DataCommand[];
  /** Called after each job, so that what it switched answers at once. */
  afterJob: () => Promise<void>;
  log: Logger;
}

/** Progress is for people: this often is enough. */
const progressEveryMs = 100;

/**
 * Listens in the data folder for jobs of `npm run data`, because only this process may open the embedded database.
 * One job at a time; whoever asked and went away has given it up. Returns how to stop.
 */
export async function setUpControl(parts: ControlParts): Promise<() => Promise<void>> {
  const path = controlSocketPath(parts.dataDir);
  secureSocketFolder(path);
  // Whoever holds the data folder's lock owns the socket: one that is there already was left behind.
  rmSync(path, { force: true });
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  const server = createServer((request, response) => {
    void readJob(request).then((job) => {
      const command = parts.commands.find(({ noun, verb }) => noun === job?.noun && verb === job.verb);
      if (job === null || command === undefined) {
        end(response, 400, {
          kind: "failed",
          message: "The server does not know this command; it may be of another version.",
        });
      } else if (running !== null) {
        end(response, 409, {
          kind: "failed",
          message: "The server is at another job. Try again when that has ended.",
        });
      } else {
        running = serveJob(command, job, response, stopping.signal, parts).finally(() => (running = null));
      }
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    const mask = process.umask(0o177);
    server.listen(path, () => {
      resolve();
    });
    process.umask(mask);
  });
  chmodSync(path, 0o600);
  return async () => {
    stopping.abort();
    await running;
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
}

async function readJob(request: IncomingMessage): Promise<ControlRequest | null> {
  if (request.method !== "POST" || request.url !== "/jobs") return null;
  const parsed = controlRequestSchema.safeParse(await json(request).catch(() => null));
  return parsed.success ? parsed.data : null;
}

async function serveJob(
  command: DataCommand,
  { noun, verb, input }: ControlRequest,
  response: ServerResponse,
  stopping: AbortSignal,
  { db, afterJob, log }: ControlParts,
) {
  const gone = new AbortController();
  response.once("close", () => {
    gone.abort();
  });
  const signal = AbortSignal.any([stopping, gone.signal]);
  const write = (message: ControlMessage) => {
    if (!response.destroyed) response.write(`${JSON.stringify(message)}\n`);
  };
  response.writeHead(200, { "Content-Type": "application/x-ndjson" });
  log.info({ noun, verb }, "job begins");
  const outcome = await runJob(
    command,
    input,
    {
      db,
      now: () => new Date(),
      say: (line) => {
        write({ type: "line", line });
      },
      progress: sparingly((progress) => {
        write({ type: "progress", progress });
      }),
      signal,
    },
    (error) => {
      log.error({ err: error, noun, verb }, "job failed");
    },
  );
  await afterJob();
  log.info({ noun, verb, outcome: outcome.kind }, "job ended");
  write({ type: "outcome", outcome });
  response.end();
}

/** Passes on the first and last of each stage, and one every so often between. */
function sparingly(pass: (progress: Progress) => void): (progress: Progress) => void {
  let stage = "";
  let passedAt = 0;
  return (progress) => {
    const now = Date.now();
    const isEdge = progress.stage !== stage || progress.done === progress.total;
    if (!isEdge && now - passedAt < progressEveryMs) return;
    stage = progress.stage;
    passedAt = now;
    pass(progress);
  };
}

function end(
  response: ServerResponse,
  status: number,
  outcome: Extract<ControlMessage, { type: "outcome" }>["outcome"],
) {
  const message: ControlMessage = { type: "outcome", outcome };
  response.writeHead(status, { "Content-Type": "application/x-ndjson" }).end(`${JSON.stringify(message)}\n`);
}
