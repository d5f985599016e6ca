import { execFileSync, spawn } from "node:child_process";
import { chownSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import type { PostgresBinaries, RunAs } from "./postgres-binaries.ts";

/** A server of this run's own, on loopback; nothing in it outlives the run. */
export interface RunningPostgres {
  /** postgres://… without a database name. */
  url: string;
  stop: () => Promise<void>;
  /** Starts it once more, after `stop`, on the same port and with the same data. */
  startAgain: () => Promise<void>;
}

/** A port that was free a moment ago on loopback. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === "string") reject(new Error("no port was free"));
        else resolve(address.port);
      });
    });
  });
}

// Nothing here has to survive a power cut.
const forTests = [
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=off",
  "max_connections=100",
  "shared_buffers=64MB",
];

/** Makes a new cluster in `folder` and starts it. Throws with the server's own words when it does not come up. */
export async function startPostgres(
  binaries: PostgresBinaries,
  user: RunAs | "ourselves",
  folder: string,
): Promise<RunningPostgres> {
  const runAs = user === "ourselves" ? {} : user;
  mkdirSync(folder, { mode: 0o700 });
  if (user !== "ourselves") chownSync(folder, user.uid, user.gid);
  const data = join(folder, "data");
  execFileSync(
    binaries.initdb,
    ["--pgdata", data, "--username=tests", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    { ...runAs, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
  );
  const port = await freePort();
  const settings = [...forTests, "listen_addresses=127.0.0.1", "unix_socket_directories="].flatMap(
    (setting) => ["-c", setting],
  );
  const url = `postgres://tests@127.0.0.1:${port}`;
  const start = () => {
    const server = spawn(binaries.postgres, ["-D", data, "-p", String(port), ...settings], {
      ...runAs,
      cwd: folder,
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    server.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      said = (said + chunk).slice(-4000);
    });
    const ended = new Promise<void>((resolve) => {
      server.once("exit", () => {
        resolve();
      });
    });
    const answering = waitUntilItAnswers(url, () => server.exitCode !== null).catch((error: unknown) => {
      throw new Error(`${binaries.name} did not start:\n${said}`, { cause: error });
    });
    return { server, ended, answering };
  };
  let running = start();
  await running.answering;
  return {
    url,
    stop: async () => {
      // SIGQUIT: the cluster is thrown away, so no shutdown checkpoint is wanted.
      running.server.kill("SIGQUIT");
      await running.ended;
    },
    startAgain: () => {
      running = start();
      return running.answering;
    },
  };
}

async function waitUntilItAnswers(url: string, hasEnded: () => boolean) {
  for (let attempt = 0; ; attempt += 1) {
    const client = postgres(`${url}/postgres`, { max: 1, connect_timeout: 5 });
    try {
      await client`select 1`;
      return;
    } catch (error) {
      if (hasEnded() || attempt > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end();
    }
  }
}
