import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { ImportRefused } from "#app/services/edition/import.server.ts";
import type { Allowance } from "./limits.ts";

/** One file of a delivery. */
export interface SourceEntry {
  /** Relative, with forward slashes; never leads outside. */
  name: string;
  /** As declared, before unpacking; null where unknown. */
  sizeBytes: number | null;
  /** Its bytes, once. Fails with `ImportRefused` where they are damaged, cut short or too many. */
  open: () => Readable;
}

export interface OpenedBytes {
  stream: AsyncIterable<Buffer>;
  /** What the archive says its CRC-32 is. */
  crc32?: number;
}

export interface ReadingContext {
  sourceName: string;
  allowance: Allowance;
  signal: AbortSignal;
}

/** Bytes of an entry, counted against the allowance, checked, and failing in words a person understands. */
export function guardedStream(
  { sourceName, allowance, signal }: ReadingContext,
  entryName: string,
  open: () => Promise<OpenedBytes>,
  onBytes: (unpackedBytes: number) => void = () => undefined,
): Readable {
  async function* read() {
    try {
      const opened = await open();
      let unpackedBytes = 0;
      let checksum = 0;
      for await (const chunk of opened.stream) {
        signal.throwIfAborted();
        unpackedBytes += chunk.byteLength;
        allowance.spend(entryName, unpackedBytes, chunk.byteLength);
        if (opened.crc32 !== undefined) checksum = crc32(chunk, checksum);
        onBytes(unpackedBytes);
        yield chunk;
      }
      if (opened.crc32 !== undefined && opened.crc32 !== checksum) throw damaged(sourceName, entryName);
    } catch (error) {
      throw readingError(error, sourceName, entryName);
    }
  }
  return Readable.from(read(), { objectMode: false });
}

/** Refuses names that would lead outside the folder or archive, whatever system wrote them. */
export function requireSafeName(sourceName: string, entryName: string): void {
  const parts = entryName.split(/[\\/]/);
  const unsafe = /^[\\/]|^[A-Za-z]:|\0/.test(entryName) || parts.includes("..") || entryName === "";
  if (unsafe) throw leadsOutside(sourceName, entryName);
}

export const leadsOutside = (sourceName: string, entryName: string) =>
  new ImportRefused(`${sourceName} holds a file whose name leads outside it.`, [
    { where: `entry ${entryName}`, message: "is an absolute path or climbs with “..”; nothing was unpacked" },
  ]);

export const isLink = (sourceName: string, entryName: string) =>
  new ImportRefused(`${sourceName} holds a link in place of a file.`, [
    { where: `entry ${entryName}`, message: "is a symbolic or hard link; put the file itself there" },
  ]);

/** Left by file managers beside what people mean to send. */
export const isLitter = (entryName: string) =>
  /(^|\/)(__MACOSX|\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)(\/|$)/i.test(entryName);

/** Turns what an unpacking library throws into a refusal; a fault of the disk or an abort stays what it is. */
export function readingError(error: unknown, sourceName: string, entryName: string | null): unknown {
  if (!(error instanceof Error) || error instanceof ImportRefused || error.name === "AbortError")
    return error;
  if ("syscall" in error) return error;
  const isCutShort =
    /unexpected end|unexpected eof|not enough bytes|premature close|is truncated|End of central directory/i.test(
      error.message,
    );
  return isCutShort ? truncated(sourceName, entryName) : damaged(sourceName, entryName, error.message);
}

const truncated = (sourceName: string, entryName: string | null) =>
  new ImportRefused(`${sourceName} is truncated: its end is missing. Fetch or copy it again.`, [
    { where: entryName === null ? null : `entry ${entryName}`, message: "ends too early" },
  ]);

const damaged = (sourceName: string, entryName: string | null, detail?: string) =>
  new ImportRefused(`${sourceName} is damaged. Fetch or copy it again.`, [
    {
      where: entryName === null ? null : `entry ${entryName}`,
      message: detail === undefined ? "its checksum is wrong" : `cannot be unpacked (${detail})`,
    },
  ]);
