import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of package.json, from the source and from the built file alike, wherever the process was started. */
export const packageRoot = rootAbove(dirname(fileURLToPath(import.meta.url)));

export const migrationsFolder = join(packageRoot, "db/migrations");

/** The data folder, absolute: a relative one lies beside package.json, so that server and command line agree. */
export const dataDirOf = ({ dataDir }: { dataDir: string }) => resolve(packageRoot, dataDir);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, "package.json"))) return folder;
  const parent = dirname(folder);
  if (parent === folder)
    throw new Error("package.json is not above this file: the installation is not whole.");
  return rootAbove(parent);
}
