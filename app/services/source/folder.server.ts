import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { guardedStream, isLink, isLitter, type ReadingContext, type SourceEntry } from "./entry.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import { isPackedFile, openGzip, unpackedName } from "./gzip.server.ts";

export interface FolderFile {
  path: string;
  /** Relative to the folder, with forward slashes. */
  name: string;
  sizeBytes: number;
  /** Packed with gzip: it is read as the file in it. */
  isPacked: boolean;
}

/** The files below a folder, by name. Throws `ImportRefused` for links and for more files than `mostFiles`. */
export async function listFolder(
  sourceName: string,
  folder: string,
  mostFiles: number,
): Promise<FolderFile[]> {
  const files: FolderFile[] = [];
  const open = [""];
  for (let under = open.pop(); under !== undefined; under = open.pop()) {
    for (const item of await readdir(join(folder, under))) {
      const name = under === "" ? item : `${under}/${item}`;
      if (isLitter(name)) continue;
      const stat = await lstat(join(folder, name));
      if (stat.isSymbolicLink()) throw isLink(sourceName, name);
      if (stat.isDirectory()) open.push(name);
      else if (stat.isFile()) files.push(fileOf(join(folder, name), name, stat.size));
      if (files.length + open.length > mostFiles) {
        throw new ImportRefused(`${sourceName} holds more than the ${mostFiles} files that are expected.`);
      }
    }
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

const fileOf = (path: string, name: string, sizeBytes: number): FolderFile => ({
  path,
  name,
  sizeBytes,
  isPacked: isPackedFile(name),
});

/** Gives files as they lie on the disk, one after another. */
export async function* folderEntries(
  files: readonly FolderFile[],
  context: ReadingContext,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SourceEntry> {
  let bytesBefore = 0;
  for (const file of files) {
    const before = bytesBefore;
    bytesBefore += file.sizeBytes;
    const name = file.isPacked ? unpackedName(file.name) : file.name;
    const sizeBytes = file.isPacked ? null : file.sizeBytes;
    context.allowance.enter(name, sizeBytes);
    yield await Promise.resolve({
      name,
      sizeBytes,
      open: () =>
        openFile(file, name, context, (bytes) => {
          onBytes(before + bytes);
        }),
    });
  }
}

function openFile(
  { path, isPacked }: FolderFile,
  name: string,
  context: ReadingContext,
  onBytes: (bytes: number) => void,
): Readable {
  if (!isPacked) {
    const open = () => Promise.resolve({ stream: createReadStream(path, { highWaterMark: 256 * 1024 }) });
    return guardedStream(context, name, open, onBytes);
  }
  const packed = openGzip(path);
  return guardedStream(
    context,
    name,
    () => Promise.resolve(packed),
    () => {
      onBytes(packed.packedBytesRead());
    },
  );
}
