import yauzl, { type Entry, type ZipFile } from "yauzl";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import {
  guardedStream,
  isLink,
  isLitter,
  leadsOutside,
  readingError,
  requireSafeName,
  type ReadingContext,
  type SourceEntry,
} from "./entry.server.ts";

/**
 * The files of a zip in the order of its directory, which is checked whole before the first is given.
 * `onArchiveBytes` tells how many of the archive's bytes were read.
 */
export async function* zipEntries(
  path: string,
  context: ReadingContext,
  onArchiveBytes: (bytes: number) => void,
): AsyncGenerator<SourceEntry> {
  const { sourceName } = context;
  const zip = await yauzl
    .openPromise(path, { lazyEntries: true, autoClose: false })
    .catch((error: unknown) => {
      throw readingError(error, sourceName, null);
    });
  try {
    let bytesBefore = 0;
    for (const entry of await checkedDirectory(zip, context)) {
      const before = bytesBefore;
      bytesBefore += entry.compressedSize;
      onArchiveBytes(before);
      const open = async () => ({ stream: await zip.openReadStreamPromise(entry), crc32: entry.crc32 });
      const packedShare = entry.uncompressedSize === 0 ? 0 : entry.compressedSize / entry.uncompressedSize;
      yield {
        name: entry.fileName,
        sizeBytes: entry.uncompressedSize,
        open: () =>
          guardedStream(context, entry.fileName, open, (unpacked) => {
            onArchiveBytes(before + Math.round(unpacked * packedShare));
          }),
      };
    }
  } finally {
    zip.close();
  }
}

async function checkedDirectory(
  zip: ZipFile,
  { sourceName, allowance, signal }: ReadingContext,
): Promise<Entry[]> {
  const files: Entry[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted();
      allowance.enter(entry.fileName, entry.uncompressedSize);
      requireSafeName(sourceName, entry.fileName);
      if (entry.fileName.endsWith("/") || isLitter(entry.fileName)) continue;
      if (isSymbolicLink(entry)) throw isLink(sourceName, entry.fileName);
      if (entry.isEncrypted()) throw encrypted(sourceName, entry.fileName);
      if (!entry.canDecodeFileData()) throw unusual(sourceName, entry);
      files.push(entry);
    }
  } catch (error) {
    const unsafeName =
      error instanceof Error &&
      /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/s.exec(error.message);
    throw unsafeName ? leadsOutside(sourceName, unsafeName[1] ?? "") : readingError(error, sourceName, null);
  }
  return files;
}

// The upper half of the external attributes is the Unix mode; 0o120000 marks a symbolic link.
const isSymbolicLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000;

const encrypted = (sourceName: string, entryName: string) =>
  new ImportRefused(`${sourceName} is protected by a password. Unpack it and hand over the folder.`, [
    { where: `entry ${entryName}`, message: "is encrypted" },
  ]);

const unusual = (sourceName: string, entry: Entry) =>
  new ImportRefused(`${sourceName} is packed in a way we cannot read. Unpack it and hand over the folder.`, [
    { where: `entry ${entry.fileName}`, message: `uses compression method ${entry.compressionMethod}` },
  ]);
