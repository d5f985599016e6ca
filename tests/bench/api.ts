import { fork, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import autocannon from "autocannon";
import { startServer } from "#tests/support/server.ts";

const root = join(import.meta.dirname, "../..");
const data = join(root, "../shared/data");
const connections = 16;
const roundSeconds = 4;
const rounds = 3;
const sampled = 2_000;

/** Answers a second, medians of the rounds; the ratio is ours to the bare server's. */
export interface ApiFigures {
  ours: number;
  bare: number;
  ratio: number;
  oursP99Ms: number;
  bareP99Ms: number;
}

/**
 * Our built server against a bare Node HTTP server that sends the same bytes, in turns, 16 connections: random
 * Derbyshire postcodes, then random points. Without `dataDir` it loads the real files into a folder of its own.
 */
export async function benchApi(dataDir?: string): Promise<{ postcodes: ApiFigures; locate: ApiFigures }> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  const server = await startServer({
    dataDir: folder,
    env: { API_LIMIT_PER_MINUTE: "1000000000", DEMO: "on" },
  });
  try {
    // The running server takes the imports over its socket: it has filled in whose districts are the force's.
    if (dataDir === undefined) load(folder);
    return {
      postcodes: await compare(server.url, postcodePaths()),
      locate: await compare(server.url, locatePaths()),
    };
  } finally {
    await server.stop();
    if (dataDir === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

function load(dataDir: string) {
  for (const words of [
    ["boundaries", "import", join(data, "neighbourhoods/neighbourhoods_95_APPROX.geojson")],
    ["postcodes", "import", join(data, "postcodes/codepo_gb_2025.4.0_raw.tar.gz")],
  ]) {
    const { status, stderr } = spawnSync(process.execPath, [join(root, "app/cli/data.js"), ...words], {
      env: { ...process.env, DATA_DIR: dataDir },
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`The data could not be loaded: ${stderr}`);
  }
}

async function compare(url: string, paths: readonly string[]): Promise<ApiFigures> {
  const answers: [string, string][] = [];
  for (const path of paths) {
    const response = await fetch(`${url}${path}`);
    if (response.ok) answers.push([path, await response.text()]);
  }
  const asked = answers.map(([path]) => ({ path }));
  const bare = await startBare(answers);
  const ours: autocannon.Result[] = [];
  const theirs: autocannon.Result[] = [];
  try {
    // One round of each unmeasured: the compiler is to have seen the work.
    await drive(url, asked);
    await drive(bare.url, asked);
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await drive(url, asked));
      theirs.push(await drive(bare.url, asked));
    }
  } finally {
    bare.child.kill();
  }
  const rate = (results: autocannon.Result[]) => median(results.map(({ requests }) => requests.average));
  const p99 = (results: autocannon.Result[]) => median(results.map(({ latency }) => latency.p99));
  return {
    ours: rate(ours),
    bare: rate(theirs),
    ratio: rate(ours) / rate(theirs),
    oursP99Ms: p99(ours),
    bareP99Ms: p99(theirs),
  };
}

async function drive(url: string, requests: { path: string }[]): Promise<autocannon.Result> {
  const result = await autocannon({ url, connections, duration: roundSeconds, requests });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url} failed ${result.non2xx + result.errors} of ${result.requests.total} requests`);
  }
  return result;
}

async function startBare(answers: [string, string][]): Promise<{ url: string; child: ChildProcess }> {
  const child = fork(join(import.meta.dirname, "bare-server.js"), { execArgv: [] });
  child.send(answers);
  const port = await new Promise((resolve) => child.once("message", resolve));
  return { url: `http://127.0.0.1:${String(port)}`, child };
}

const median = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

function postcodePaths(): string[] {
  const csv = readFileSync(join(data, "postcodes/postcodes_derbyshire_2025-11.csv"), "utf8");
  const postcodes = csv
    .split("\n")
    .slice(1, -1)
    .map((line) => line.slice(0, line.indexOf(",")));
  return Array.from({ length: sampled }, () => {
    const postcode = postcodes[Math.floor(Math.random() * postcodes.length)] ?? "";
    return `/api/v1/postcodes/${postcode.replace(" ", "%20")}`;
  });
}

/** Points in the county's box; those outside the force are left out, as the bare server sends answers only. */
const locatePaths = () =>
  Array.from({ length: sampled }, () => {
    const [lng, lat] = [-2.03 + Math.random() * 0.86, 52.7 + Math.random() * 0.84];
    return `/api/v1/locate?lat=${lat.toFixed(5)}&lng=${lng.toFixed(5)}`;
  });
