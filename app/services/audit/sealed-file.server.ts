import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";

// One JSON text a line, gzipped: what the file is, then the rows as they stood in the record.
const headerSchema = z.object({
  sealed: z.literal("safer-neighbourhoods audit record"),
  format: z.literal(1),
  /** The hash of the row before the first: what the first is chained to. */
  previous: z.string(),
  first: z.number().int(),
  last: z.number().int(),
});
export type SealedHeader = z.infer<typeof headerSchema>;

const rowSchema = z.looseObject({ number: z.number().int(), hash: z.string() });

/** A row that left the record: its number and hash, and all of it as JSON. */
export interface SealedRow {
  number: number;
  hash: string;
  json: string;
}

/** A file that is not, or no longer, a sealed piece of the record. */
export class SealBroken extends Error {
  override name = "SealBroken";
}

export const sealedFileName = (first: number, last: number) =>
  `audit-${String(first).padStart(10, "0")}-${String(last).padStart(10, "0")}.ndjson.gz`;

export const newHeader = (chain: Pick<SealedHeader, "previous" | "first" | "last">): SealedHeader => ({
  sealed: "safer-neighbourhoods audit record",
  format: 1,
  ...chain,
});

/** Writes header and rows; the file appears whole or not at all, its owner's alone. One left by a broken run is replaced. */
export async function writeSealedFile(
  path: string,
  header: SealedHeader,
  rows: AsyncIterable<string>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.unfinished`;
  async function* lines() {
    yield `${JSON.stringify(header)}\n`;
    for await (const row of rows) yield `${row}\n`;
  }
  try {
    await pipeline(Readable.from(lines()), createGzip(), createWriteStream(unfinished, { mode: 0o600 }));
    const file = await open(unfinished, "r");
    await file.sync();
    await file.close();
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** Reads a sealed file: its header, then its rows. @throws SealBroken when it is none, or was cut. */
export async function* readSealedFile(
  path: string,
): AsyncGenerator<{ header: SealedHeader } | { row: SealedRow }> {
  const source = createReadStream(path);
  const unzipped = source.pipe(createGunzip());
  source.on("error", (error) => unzipped.destroy(error));
  let isHeaderRead = false;
  try {
    for await (const line of createInterface({ input: unzipped, crlfDelay: Infinity })) {
      const value: unknown = JSON.parse(line);
      if (!isHeaderRead) {
        isHeaderRead = true;
        yield { header: headerSchema.parse(value) };
      } else {
        const { number, hash } = rowSchema.parse(value);
        yield { row: { number, hash, json: line } };
      }
    }
  } catch (error) {
    const isOfTheFile =
      error instanceof z.ZodError ||
      error instanceof SyntaxError ||
      (error instanceof Error && "code" in error && String(error.code).startsWith("Z_"));
    if (!isOfTheFile) throw error;
    throw new SealBroken(`${path} is not a whole sealed piece of the audit record.`, { cause: error });
  } finally {
    unzipped.destroy();
    source.destroy();
  }
}

/** SHA-256 of a file's bytes, hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
}
