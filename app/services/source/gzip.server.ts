import { createReadStream } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

const pieceBytes = 256 * 1024;

/** By its name: one file packed by itself, "2024-01.csv.gz", and not an archive of several. */
export const isPackedFile = (name: string) => /\.gz$/i.test(name) && !/\.tar\.gz$/i.test(name);

/** "2024-01.csv.gz" holds "2024-01.csv". */
export const unpackedName = (name: string) => name.replace(/\.gz$/i, "");

/** What a file packed with gzip holds, and how many of its own bytes were read for it so far. */
export function openGzip(path: string): { stream: AsyncIterable<Buffer>; packedBytesRead: () => number } {
  const file = createReadStream(path, { highWaterMark: pieceBytes });
  // The failure of either comes out of what is read; nothing is left to do here.
  const stream = pipeline(file, createGunzip({ chunkSize: pieceBytes }), () => undefined);
  return { stream, packedBytesRead: () => file.bytesRead };
}

/** Whether a gzip holds a tar. True where its beginning cannot be unpacked: the reader of archives says why. */
export async function holdsTar(path: string): Promise<boolean> {
  const head: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of openGzip(path).stream) {
      head.push(piece);
      bytes += piece.length;
      if (bytes >= 512) break;
    }
  } catch {
    return true;
  }
  return Buffer.concat(head).subarray(257, 262).toString("latin1") === "ustar";
}
