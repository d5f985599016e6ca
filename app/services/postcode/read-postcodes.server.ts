import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import type { SourceEntry, SourceFile, SourceLimits } from "#app/services/source/source-file.server.ts";
import { readDelimitedRows } from "./delimited-rows.server.ts";
import { peekFirstLine } from "./first-line.server.ts";
import { PostcodeGathering } from "./gathering.server.ts";
import {
  missingRows,
  parseCodePointLicence,
  parseCodePointMetadata,
  readCodePointRow,
  type CodePointMetadata,
} from "./import-code-point.server.ts";
import { onspdDate, readOnspdRow } from "./import-onspd.server.ts";
import { readPlainRows } from "./import-plain.server.ts";
import { formatOf, type PostcodeFormat } from "./postcode-format.server.ts";

/**
 * Code-Point Open unpacks to 161 MB (ten times its size), the ONS Postcode Directory to 2.7 GB: its one great file
 * and the same again by area.
 */
export const postcodeLimits: SourceLimits = {
  entries: 2_000,
  entryBytes: 3_000_000_000,
  totalBytes: 8_000_000_000,
  compressionRatio: 60,
};

const mostDocumentBytes = 256 * 1024;

export interface ReadPostcodes {
  format: PostcodeFormat;
  gathering: PostcodeGathering;
  /** What its publisher says of it, null where it says nothing. */
  source: string;
  sourceDate: string | null;
  attribution: string | null;
}

export interface ReadOptions {
  /** Null: told from the content. */
  format: PostcodeFormat | null;
  /** GSS codes of the force's districts; null where none are known. */
  forceDistricts: ReadonlySet<string> | null;
}

/** Reads a whole delivery, whatever its format, into numbers. Throws `ImportRefused` when it is no such thing. */
export async function readPostcodes(
  deps: JobDeps,
  file: SourceFile,
  options: ReadOptions,
): Promise<ReadPostcodes> {
  let format = options.format;
  let gathering: PostcodeGathering | null = null;
  let metadata: CodePointMetadata | null = null;
  let attribution: string | null = null;
  let dataFileName = file.name;
  const unknown: string[] = [];
  for await (const entry of file.entries()) {
    deps.signal.throwIfAborted();
    if (/(^|\/)metadata\.txt$/i.test(entry.name))
      metadata = parseCodePointMetadata(await documentText(entry));
    else if (/(^|\/)licence\.txt$/i.test(entry.name))
      attribution = parseCodePointLicence(await documentText(entry));
    else if (file.kind === "file" || isDataFile(entry.name)) {
      const { firstLine, bytes } = await peekFirstLine(entry.open());
      const found = formatOf(firstLine) ?? options.format;
      if (found === null || (format !== null && found !== format && options.format === null)) {
        unknown.push(entry.name);
        await drain(bytes);
        continue;
      }
      format ??= found;
      gathering ??= new PostcodeGathering(requireDistricts(format, options.forceDistricts));
      gathering.fileName = entry.name;
      dataFileName = entry.name;
      await readRows(format, reportProgress(deps, file, bytes), gathering);
    }
  }
  if (gathering === null || format === null) throw notPostcodes(file, unknown);
  if (unknown.length > 0) {
    throw new ImportRefused(`${file.name} holds files of more than one kind.`, [
      ...unknown.map((name) => ({ where: name, message: `is not in the format of the others (${format})` })),
    ]);
  }
  if (metadata !== null && format === "code-point") {
    const missing = missingRows(metadata, gathering);
    if (missing.length > 0)
      throw new ImportRefused(`${file.name} is not complete. Fetch or copy it again.`, missing);
  }
  return { format, gathering, ...labelOf(format, file, dataFileName, metadata), attribution };
}

/** The CSV files that carry postcodes; the directory's look-ups and its copy split by area are left alone. */
const isDataFile = (entryName: string) =>
  /\.csv$/i.test(entryName) && !/(^|\/)(multi_csv|documents?|docs?|user guide)\//i.test(entryName);

async function documentText(entry: SourceEntry): Promise<string> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of entry.open() as AsyncIterable<Buffer>) {
    length += piece.length;
    if (length <= mostDocumentBytes) pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // why: OS writes the © of its licence in Windows-1252.
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function requireDistricts(format: PostcodeFormat, forceDistricts: ReadonlySet<string> | null) {
  if (format === "plain") return null;
  if (forceDistricts !== null && forceDistricts.size > 0) return forceDistricts;
  throw new ImportRefused(
    "Nothing says which districts are the force's. Import the structure first (structure import), " +
      "or name them: --districts E07000032,E07000033",
  );
}

async function readRows(format: PostcodeFormat, bytes: AsyncIterable<Buffer>, gathering: PostcodeGathering) {
  if (format === "plain") {
    await readPlainRows(bytes, gathering);
    return;
  }
  try {
    await readDelimitedRows(
      bytes,
      format === "onspd" ? readOnspdRow(gathering) : readCodePointRow(gathering),
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ImportRefused(`${gathering.fileName} is not a CSV file this can read.`, [
      { where: gathering.fileName, message: error.message },
    ]);
  }
}

async function* reportProgress(deps: JobDeps, file: SourceFile, bytes: AsyncIterable<Buffer>) {
  for await (const piece of bytes) {
    deps.signal.throwIfAborted();
    deps.progress({
      stage: "Reading postcodes",
      done: file.bytesRead(),
      total: file.totalBytes,
      unit: "bytes",
    });
    yield piece;
  }
}

async function drain(bytes: AsyncIterable<Buffer>) {
  await pipeline(bytes, new Writable({ write: (_piece, _encoding, done) => done() }));
}

function notPostcodes(file: SourceFile, unknown: readonly string[]): ImportRefused {
  return new ImportRefused(
    `${file.name} holds no postcodes this can read: OS Code-Point Open, the ONS Postcode Directory, ` +
      "or a CSV whose first line is postcode,lat,lng.",
    unknown.map((name) => ({
      where: `line 1 of ${name}`,
      message: "names none of the columns that are needed",
    })),
  );
}

function labelOf(
  format: PostcodeFormat,
  file: SourceFile,
  dataFileName: string,
  metadata: CodePointMetadata | null,
): { source: string; sourceDate: string | null } {
  if (format === "code-point") {
    const version = metadata?.version ?? null;
    return {
      source: version === null ? "OS Code-Point Open" : `OS Code-Point Open ${version}`,
      sourceDate: metadata?.date ?? null,
    };
  }
  if (format === "onspd") {
    return { source: "ONS Postcode Directory", sourceDate: onspdDate(dataFileName) ?? onspdDate(file.name) };
  }
  return { source: file.name, sourceDate: null };
}
