import { execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { z } from "zod";
import { debianPostgres, embeddedPostgres, postgresUser } from "#tests/support/postgres-binaries.ts";
import { startPostgres } from "#tests/support/postgres-start.ts";

const archive = "../shared/data/postcodes/codepo_gb_2025.4.0_raw.tar.gz";
const districts = [32, 33, 34, 35, 36, 37, 38, 39].map((number) => `E070000${number}`).concat("E06000015");
const root = fileURLToPath(new URL("../../", import.meta.url));
const child = join(root, "node_modules/.cache/bench/import-postcodes-child.js");

/** As the platform is shipped: tsx would add 60 MB of its own to what is measured. */
const buildChild = () =>
  build({
    entryPoints: [fileURLToPath(new URL("import-postcodes-child.ts", import.meta.url))],
    outfile: child,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });

const figuresSchema = z.object({
  rows: z.number(),
  seconds: z.number(),
  openRssMegabytes: z.number(),
  peakRssMegabytes: z.number(),
  longestStretchMs: z.number(),
  stretchP99Ms: z.number(),
});

export interface ImportFigures extends z.infer<typeof figuresSchema> {
  /** The same import the second time, which compares with the edition in force. */
  secondsAgain: number;
  /** On PostgreSQL (without fsync), where its programs are installed. */
  secondsPostgres?: number;
}

/** Runs one import, or with `path` null only opens the database, in a process of its own. */
async function run(input: { url: string | null; dataDir: string; path: string | null; districts: string[] }) {
  const { stdout } = await promisify(execFile)(process.execPath, [child, JSON.stringify(input)], {
    cwd: root,
  });
  return input.path === null ? null : figuresSchema.parse(JSON.parse(stdout));
}

async function secondsOnPostgres(folder: string): Promise<number | null> {
  const user = postgresUser();
  if (user === null) return null;
  const found = [debianPostgres(user), embeddedPostgres(user, folder)].find((one) => !("reason" in one));
  if (found === undefined || "reason" in found) return null;
  const server = await startPostgres(found, user, join(folder, "cluster"));
  try {
    const input = { url: `${server.url}/postgres`, dataDir: folder, districts };
    await run({ ...input, path: null });
    return (await run({ ...input, path: archive }))?.seconds ?? null;
  } finally {
    await server.stop();
  }
}

/**
 * Imports Code-Point Open (1,745,849 rows) into an existing embedded database, then once more, then into PostgreSQL.
 * Needs the open data of ../shared/data. Seconds of the import itself; memory of the whole process.
 */
export async function benchImport(): Promise<ImportFigures> {
  if (!existsSync(join(root, archive))) throw new Error(`${archive} is not there.`);
  await buildChild();
  const folder = mkdtempSync(join(tmpdir(), "safer-neighbourhoods-bench-"));
  // The user that PostgreSQL runs as has to pass through.
  chmodSync(folder, 0o711);
  try {
    const input = { url: null, dataDir: join(folder, "data"), districts };
    await run({ ...input, path: null });
    const first = await run({ ...input, path: archive });
    // A district fewer, or it would find that nothing has changed.
    const again = await run({ ...input, path: archive, districts: districts.slice(1) });
    if (first === null || again === null) throw new Error("The import printed no figures.");
    const secondsPostgres = await secondsOnPostgres(folder);
    return {
      ...first,
      secondsAgain: again.seconds,
      ...(secondsPostgres === null ? {} : { secondsPostgres }),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
