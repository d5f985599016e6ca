import { createHash } from "node:crypto";
import { lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** Unix allows 108 bytes in a socket's path, macOS 104. */
const longestPath = 100;

/** Where the server of a data folder listens for jobs: in the folder, or under a short name where that is too long. */
export function controlSocketPath(dataDir: string): string {
  const folder = resolve(dataDir);
  const path = join(folder, "control.sock");
  if (Buffer.byteLength(path) <= longestPath) return path;
  const digest = createHash("sha256").update(folder).digest("hex").slice(0, 16);
  return join(tmpdir(), `safer-neighbourhoods-${digest}`, "control.sock");
}

/** Makes the socket's folder for its owner alone. Throws where somebody else made it first. */
export function secureSocketFolder(socketPath: string): void {
  const folder = dirname(socketPath);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const facts = lstatSync(folder);
  if (!facts.isDirectory() || facts.uid !== process.getuid?.()) {
    throw new Error(`The folder ${folder} belongs to another user; the control socket is not safe there.`);
  }
}
