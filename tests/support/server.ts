import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "./postgres-start.ts";

/** The built server as a process of its own, as `npm start` starts it. */
export interface RunningServer {
  /** http://127.0.0.1:port, without a trailing slash. */
  url: string;
  pid: number;
  dataDir: string;
  /** What it has written so far, both streams. */
  output: () => string;
  /** Ends it as a service manager would and waits; gives its exit code. */
  stop: () => Promise<number | null>;
}

export interface ServerOptions {
  /** Kept when given; otherwise a new folder that goes with the server. */
  dataDir?: string;
  /** A free one unless told. */
  port?: number;
  /** On top of this process's own environment. */
  env?: Readonly<Record<string, string>>;
  /** 60 s unless told. */
  readyWithinMs?: number;
  /** What answers 200 when it can be used: /ready unless told, which waits for neighbourhoods. */
  readyAt?: "/ready" | "/health";
}

const root = dirname(dirname(import.meta.dirname));

/** Starts the built server on a free port and waits until it can be used. Throws with its output when it does not. */
export async function startServer({
  dataDir,
  port: wantedPort,
  env,
  readyWithinMs = 60_000,
  readyAt = "/ready",
}: ServerOptions = {}): Promise<RunningServer> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "safer-neighbourhoods-data-"));
  const port = wantedPort ?? (await freePort());
  const child = spawn(process.execPath, [join(root, "app/server/start.js")], {
    cwd: root,
    env: {
      ...ownEnvironment(),
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(port),
      DATA_DIR: folder,
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      said += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    const code = await ended;
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
    return code;
  };
  const url = `http://127.0.0.1:${port}`;
  const until = Date.now() + readyWithinMs;
  while (!(await isReady(`${url}${readyAt}`))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error(`The server was not ready within ${readyWithinMs} ms:\n${said}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { url, pid: child.pid ?? 0, dataDir: folder, output: () => said, stop };
}

// What vitest puts into the environment, and what would choose another database than the one asked for.
const notHandedOn = /^(?:VITEST.*|TEST.*|MODE|DEV|PROD|SSR|BASE_URL|DATABASE_URL|DEMO)$/;

/** The server is to find what a person's shell has. */
function ownEnvironment(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !notHandedOn.test(name)));
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}
