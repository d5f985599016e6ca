import { createHash } from "node:crypto";
import { createReadStream, type Stats } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { ReadingContext, SourceEntry } from "./entry.server.ts";
import { folderEntries, listFolder, type FolderFile } from "./folder.server.ts";
import { holdsTar } from "./gzip.server.ts";
import { createAllowance, type SourceLimits } from "./limits.ts";
import { tarEntries } from "./tar.server.ts";
import { zipEntries } from "./zip.server.ts";

export type { SourceEntry } from "./entry.server.ts";
export type { SourceLimits } from "./limits.ts";

/** What a person handed over: a file, a folder or an archive, read as a stream of files. */
export interface SourceFile {
  kind: "file" | "folder" | "zip" | "tar";
  /** For people: the last part of the path. */
  name: string;
  /** As it lies on the disk. */
  totalBytes: number;
  /** SHA-256 in hex of the bytes handed over. */
  digest: string;
  /** Out of `totalBytes`, for progress. */
  bytesRead: () => number;
  /** The files in it, once. Read each to its end, or leave it unopened, before asking for the next. */
  entries: () => AsyncGenerator<SourceEntry>;
}

/**
 * Opens what people hand over, whatever its name says it is: a plain file, a folder, .zip, .tar.gz, .tgz or .tar. A
 * file packed by itself (.gz, alone or in a folder) is read as the file in it.
 * Nothing is unpacked to the disk and no more than a piece of it is in memory. Throws `ImportRefused`, here or while
 * reading, when it is missing, empty, truncated, damaged, encrypted, larger than `limits`, or holds links or names
 * that lead outside.
 */
export async function openSourceFile(
  path: string,
  limits: SourceLimits,
  signal: AbortSignal,
): Promise<SourceFile> {
  const name = basename(resolve(path));
  const found = await stat(path).catch(() => null);
  if (found === null) throw new ImportRefused(`There is no file or folder ${path}.`);
  const kind = await kindOf(path, name, found);
  const files =
    kind === "folder"
      ? await listFolder(name, path, limits.entries)
      : [{ path, name, sizeBytes: found.size, isPacked: kind === "gzip" }];
  const totalBytes = files.reduce((sum, file) => sum + file.sizeBytes, 0);
  if (totalBytes === 0) throw new ImportRefused(`${name} is empty.`);
  const isPlain = (kind === "file" || kind === "folder") && !files.some(({ isPacked }) => isPacked);
  // Each reading is counted by itself: some look at the names before they read.
  const newReading = (): ReadingContext => ({
    sourceName: name,
    allowance: createAllowance(name, limits, isPlain ? null : totalBytes),
    signal,
  });
  let bytesRead = 0;
  const onBytes = (bytes: number) => {
    bytesRead = bytes;
  };
  return {
    kind: publicKind[kind],
    name,
    totalBytes,
    digest: await digestOf(files, signal),
    bytesRead: () => bytesRead,
    entries: () => {
      const context = newReading();
      if (kind === "zip") return zipEntries(path, context, onBytes);
      if (kind === "tar" || kind === "tar.gz") return tarEntries(path, kind === "tar.gz", context, onBytes);
      return folderEntries(files, context, onBytes);
    },
  };
}

type Kind = "file" | "gzip" | "folder" | "zip" | "tar" | "tar.gz";

const publicKind: Readonly<Record<Kind, SourceFile["kind"]>> = {
  file: "file",
  gzip: "file",
  folder: "folder",
  zip: "zip",
  tar: "tar",
  "tar.gz": "tar",
};

/** By its first bytes; a name that promises an archive must hold one. */
async function kindOf(path: string, name: string, found: Stats): Promise<Kind> {
  if (found.isDirectory()) return "folder";
  if (found.size === 0) return "file";
  const file = await open(path);
  const head = Buffer.alloc(512);
  try {
    await file.read(head, 0, head.length, 0);
  } finally {
    await file.close();
  }
  const isZip = head.subarray(0, 2).toString("latin1") === "PK" && [1, 3, 5, 7].includes(head[2] ?? 0);
  const isGzip = head[0] === 0x1f && head[1] === 0x8b;
  const isTar = head.subarray(257, 262).toString("latin1") === "ustar";
  const promised = /\.(zip|kmz|tar\.gz|tgz|gz|tar)$/i.exec(name)?.[1]?.toLowerCase();
  if (promised !== undefined && !isZip && !isGzip && !isTar) {
    throw new ImportRefused(
      `${name} is named .${promised} but is not such an archive. Was it saved from a web page?`,
    );
  }
  if (isZip) return "zip";
  if (isGzip) return /\.(tar\.gz|tgz)$/i.test(name) || (await holdsTar(path)) ? "tar.gz" : "gzip";
  return isTar ? "tar" : "file";
}

async function digestOf(files: readonly FolderFile[], signal: AbortSignal): Promise<string> {
  const hash = createHash("sha256");
  for (const { path, name, sizeBytes } of files) {
    // why: in a folder the names count too; a single file is known by its bytes alone, like sha256sum.
    if (files.length > 1) hash.update(`${name}\0${sizeBytes}\0`);
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024, signal }))
      hash.update(chunk as Buffer);
  }
  return hash.digest("hex");
}
