import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Another living process holds the data folder. The message says what to do. */
export class DataFolderInUseError extends Error {
  override name = "DataFolderInUseError";
  constructor(
    readonly dataDir: string,
    readonly processId: number,
  ) {
    super(
      `The data folder ${dataDir} is in use by process ${processId}. Stop that process first, or set DATA_DIR to another folder.`,
    );
  }
}

const isAlive = (processId: number) => {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, under another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/**
 * Takes the folder for this process and returns how to give it back. PGlite takes no lock of its own: two
 * processes on one folder lose rows without an error. A lock whose process is dead is taken over; a living one never.
 */
export function lockDirectory(dataDir: string): () => void {
  const path = join(dataDir, "server.pid");
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      const file = openSync(path, "wx", 0o600);
      writeSync(file, `${process.pid}\n`);
      closeSync(file);
      return () => {
        if (readOwner(path) === process.pid) rmSync(path, { force: true });
      };
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      const owner = readOwner(path);
      if (owner !== null && owner !== process.pid && isAlive(owner))
        throw new DataFolderInUseError(dataDir, owner);
      if (owner === process.pid) throw new DataFolderInUseError(dataDir, owner);
      rmSync(path, { force: true });
    }
  }
  throw new Error(`The lock ${path} could not be taken: another process keeps taking it.`);
}

/** The process named in a lock file, or null when there is none or it cannot be read. */
function readOwner(path: string): number | null {
  try {
    const owner = Number.parseInt(readFileSync(path, "utf8"), 10);
    return Number.isInteger(owner) && owner > 0 ? owner : null;
  } catch {
    return null;
  }
}
