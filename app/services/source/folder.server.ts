import { createReadStream } from "node:fs";
import { lstat, readdir } from "node:fs/promises";
import { join } from "node:path";
import { guardedStream, isLink, isLitter, type ReadingContext, type SourceEntry } from "./entry.server.ts";
import { ImportRefused } from "#app/services/edition/import.server.ts";

export interface FolderFile {
  path: string;
  /** Relative to the folder, with forward slashes. */
  name: string;
  sizeBytes: number;
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
      else if (stat.isFile()) files.push({ path: join(folder, name), name, sizeBytes: stat.size });
      if (files.length + open.length > mostFiles) {
        throw new ImportRefused(`${sourceName} holds more than the ${mostFiles} files that are expected.`);
      }
    }
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Gives files that are not packed, one after another. */
export async function* folderEntries(
  files: readonly FolderFile[],
  context: ReadingContext,
  onBytes: (bytes: number) => void,
): AsyncGenerator<SourceEntry> {
  let bytesBefore = 0;
  for (const { path, name, sizeBytes } of files) {
    const before = bytesBefore;
    bytesBefore += sizeBytes;
    context.allowance.enter(name, sizeBytes);
    const open = () => Promise.resolve({ stream: createReadStream(path, { highWaterMark: 256 * 1024 }) });
    yield await Promise.resolve({
      name,
      sizeBytes,
      open: () =>
        guardedStream(context, name, open, (bytes) => {
          onBytes(before + bytes);
        }),
    });
  }
}
