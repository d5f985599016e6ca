import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const finished = join(root, "build");
const stamp = join(finished, "stamp");
// why: built aside and renamed, so that a running server never finds half a build.
const unfinished = join(root, ".cache/build");
const replaced = join(root, ".cache/build-replaced");
const lock = join(root, ".cache/build.lock");
/** Pages that the server before this one sent out ask for its scripts a while longer. */
const oldAssetsKeptMs = 86_400_000;
const require = createRequire(import.meta.url);

const sources = ["app", "db", "geo", "public", "vite.config.ts", "remix.config.js", "tsconfig.json"].concat([
  "package.json",
  "package-lock.json",
]);

/** What `npm start` and `npm run data` import. */
export const builtServer = join(root, "build/process/main.js");
export const builtCommandLine = join(root, "build/process/data.js");

/** A process started without a word about it is a production one; React reads this when it is first imported. */
export function productionUnlessSaid() {
  /** @type {Record<string, string | undefined>} */
  const environment = process.env;
  environment["NODE_ENV"] ??= "production";
}

/** Builds when a source is newer than the last build. An installation without build tools runs what it has. */
export async function ensureBuilt() {
  if (isFresh() || (existsSync(stamp) && !hasBuildTools())) return;
  if (!hasBuildTools()) {
    throw new Error("There is no build, and the tools to make one are not installed: run npm ci first.");
  }
  const unlock = await takeLock();
  try {
    if (!isFresh()) await build();
  } finally {
    unlock();
  }
}

/** As `ensureBuilt`, for a command: what went wrong is told without a stack, and ends it. */
export async function ensureBuiltOrExit() {
  await ensureBuilt().catch((/** @type {unknown} */ error) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  });
}

/** Builds the pages (Remix and Vite), then the process and the command line (esbuild). */
async function build() {
  const startedAt = Date.now();
  process.stderr.write("Building… ");
  const cli = join(dirname(require.resolve("@remix-run/dev/package.json")), "dist/cli.js");
  const pages = spawnSync(process.execPath, [cli, "vite:build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", BUILD_DIRECTORY: unfinished },
    encoding: "utf8",
  });
  if (pages.status !== 0) throw new Error(`The pages could not be built.\n${pages.stdout}${pages.stderr}`);
  const esbuild = await import("esbuild");
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: { main: "app/server/main.ts", data: "app/cli/main.ts" },
    outdir: join(unfinished, "process"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    sourcemap: true,
    logLevel: "warning",
  });
  // why: the time the build began, so that a source saved meanwhile is built the next time.
  writeFileSync(join(unfinished, "stamp"), `${startedAt}\n`);
  keepOldAssets();
  rmSync(replaced, { recursive: true, force: true });
  if (existsSync(finished)) renameSync(finished, replaced);
  renameSync(unfinished, finished);
  rmSync(replaced, { recursive: true, force: true });
  process.stderr.write(`built in ${Math.round((Date.now() - startedAt) / 1000)} s\n`);
}

function keepOldAssets() {
  const [from, to] = [join(finished, "client/assets"), join(unfinished, "client/assets")];
  if (!existsSync(from)) return;
  for (const name of readdirSync(from)) {
    if (existsSync(join(to, name)) || Date.now() - statSync(join(from, name)).mtimeMs > oldAssetsKeptMs)
      continue;
    cpSync(join(from, name), join(to, name), { preserveTimestamps: true });
  }
}

const isFresh = () =>
  existsSync(stamp) &&
  existsSync(builtServer) &&
  Number(readFileSync(stamp, "utf8")) > Math.max(...sources.map((name) => newestIn(join(root, name))));

/** @param {string} path @returns {number} the latest change in a file or folder, in milliseconds */
function newestIn(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined || /\.(test\.tsx?|md)$/.test(path)) return 0;
  if (!facts.isDirectory()) return facts.mtimeMs;
  // A folder's own time tells of files taken away.
  return Math.max(facts.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

function hasBuildTools() {
  try {
    return ["@remix-run/dev/package.json", "vite/package.json", "esbuild"].every((name) =>
      require.resolve(name),
    );
  } catch {
    return false;
  }
}

/** Two processes started together build once. */
async function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid}\n`, { flag: "wx" });
      return () => {
        rmSync(lock, { force: true });
      };
    } catch {
      const ageMs = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
      // why: a lock just made has no owner written in it yet.
      if (ageMs > 1_000 && !isAlive(Number(readFileSync(lock, "utf8")))) rmSync(lock, { force: true });
      else await wait(250);
    }
  }
}

/** @param {number} processId */
function isAlive(processId) {
  try {
    return processId > 0 && process.kill(processId, 0);
  } catch {
    return false;
  }
}

if (process.argv[1] !== undefined && pathToFileURL(process.argv[1]).href === import.meta.url) {
  const unlock = await takeLock();
  await build().finally(unlock);
}
