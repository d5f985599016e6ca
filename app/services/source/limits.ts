import { ImportRefused } from "#app/services/edition/import.server.ts";

/** How much a delivery may hold once unpacked. A file beyond it is refused before it fills memory or disk. */
export interface SourceLimits {
  entries: number;
  entryBytes: number;
  totalBytes: number;
  /** Unpacked bytes to each byte handed over; 200 unless told otherwise (text rarely passes 30). */
  compressionRatio?: number;
}

/** Counts what is unpacked; throws `ImportRefused` at the first byte or entry too many. */
export interface Allowance {
  /** A further entry, with the size its archive declares. */
  enter: (entryName: string, declaredBytes: number | null) => void;
  /** Bytes of the entry that were really unpacked: declarations may lie. */
  spend: (entryName: string, entryBytesSoFar: number, newBytes: number) => void;
}

const megabytes = (bytes: number) =>
  `${Math.max(1, Math.round(bytes / 1_000_000)).toLocaleString("en-GB")} MB`;

// Below this nothing is a bomb, whatever its ratio: a page of spaces packs very small.
const harmlessBytes = 10_000_000;

/** `archiveBytes` is the size handed over, or null where nothing is compressed. */
export function createAllowance(
  sourceName: string,
  limits: SourceLimits,
  archiveBytes: number | null,
): Allowance {
  let entries = 0;
  let declaredTotal = 0;
  let total = 0;
  const ratio = limits.compressionRatio ?? 200;
  const most = archiveBytes === null ? Infinity : Math.max(harmlessBytes, archiveBytes * ratio);
  const tooMuch = (entryName: string, what: string): never => {
    throw new ImportRefused(`${sourceName} unpacks to more than is safe to read.`, [
      { where: `entry ${entryName}`, message: what },
    ]);
  };
  const checkTotal = (entryName: string, bytes: number) => {
    if (bytes > limits.totalBytes)
      tooMuch(entryName, `takes the whole beyond ${megabytes(limits.totalBytes)}`);
    if (bytes > most) {
      tooMuch(
        entryName,
        `takes the whole beyond ${ratio} times the size of the archive, as only a "zip bomb" does`,
      );
    }
  };
  const checkEntry = (entryName: string, bytes: number) => {
    if (bytes > limits.entryBytes) tooMuch(entryName, `is larger than ${megabytes(limits.entryBytes)}`);
  };
  return {
    enter: (entryName, declaredBytes) => {
      entries += 1;
      if (entries > limits.entries)
        tooMuch(entryName, `is one more than the ${limits.entries} files that are expected`);
      if (declaredBytes === null) return;
      declaredTotal += declaredBytes;
      checkEntry(entryName, declaredBytes);
      checkTotal(entryName, declaredTotal);
    },
    spend: (entryName, entryBytesSoFar, newBytes) => {
      total += newBytes;
      checkEntry(entryName, entryBytesSoFar);
      checkTotal(entryName, total);
    },
  };
}
