import { createReadStream } from "node:fs";
import { pipeline, Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import {
  guardedStream,
  isLink,
  isLitter,
  readingError,
  requireSafeName,
  type ReadingContext,
  type SourceEntry,
} from "./entry.server.ts";

/** The files of a tar archive, gzipped or not, in their order: each is read (or skipped) before the next is given. */
export async function* tarEntries(
  path: string,
  isGzipped: boolean,
  context: ReadingContext,
  onArchiveBytes: (bytes: number) => void,
): AsyncGenerator<SourceEntry> {
  const { sourceName, allowance, signal } = context;
  let bytesRead = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytesRead += chunk.byteLength;
      onArchiveBytes(bytesRead);
      done(null, chunk);
    },
  });
  const tar = extract();
  const failure: { error: Error | null } = { error: null };
  // why: pipeline keeps the first cause; the tar reader itself only learns that its input closed early.
  const onEnd = (error: NodeJS.ErrnoException | null) => {
    failure.error = error;
  };
  const file = createReadStream(path, { highWaterMark: 256 * 1024, signal });
  if (isGzipped) pipeline(file, counted, createGunzip({ chunkSize: 256 * 1024 }), tar, onEnd);
  else pipeline(file, counted, tar, onEnd);

  let entryName: string | null = null;
  try {
    for await (const entry of tar) {
      const { name, size, type } = entry.header;
      entryName = name;
      allowance.enter(name, size);
      requireSafeName(sourceName, name);
      if (type === "symlink" || type === "link") throw isLink(sourceName, name);
      if (type !== "directory" && type !== "file" && type !== "contiguous-file")
        throw special(sourceName, name);
      const opened = { isTaken: false };
      if (type !== "directory" && !isLitter(name)) {
        const open = () => {
          opened.isTaken = true;
          return guardedStream(context, name, () =>
            Promise.resolve({ stream: Readable.from(entry, { objectMode: false }) }),
          );
        };
        yield { name: name.replace(/^\.\//, ""), sizeBytes: size, open };
      }
      if (!opened.isTaken) entry.resume();
    }
    if (failure.error !== null) throw failure.error;
  } catch (error) {
    throw readingError(failure.error ?? error, sourceName, entryName);
  } finally {
    file.destroy();
  }
}

const special = (sourceName: string, entryName: string) =>
  new ImportRefused(`${sourceName} holds something that is not a file.`, [
    { where: `entry ${entryName}`, message: "is a device or another special file" },
  ]);
