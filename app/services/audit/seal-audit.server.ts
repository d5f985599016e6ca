import { rm } from "node:fs/promises";
import { join } from "node:path";
import { platform } from "#app/domain/actor.ts";
import { findingInWords } from "#app/domain/audit/finding.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { chainStart, type ChainEnd } from "#db/queries/audit-check.ts";
import { dropSealedRows, lastRowBefore, lastSeal, rowsToSeal } from "#db/queries/audit-seal.ts";
import type { Db } from "#db/types.ts";
import { digestOf, newHeader, SealBroken, sealedFileName, writeSealedFile } from "./sealed-file.server.ts";
import { verifySealed } from "./verify-sealed.server.ts";

export interface SealDeps {
  db: Db;
  now: Date;
  signal: AbortSignal;
  /** Where the sealed files go; whoever keeps the record keeps them too. */
  folder: string;
}

/** Where an installation keeps them. */
export const sealedFolder = (dataDir: string) => join(dataDir, "audit-sealed");

export interface SealedSegment {
  path: string;
  first: number;
  last: number;
}

// A segment leaves in one transaction, which on the embedded database keeps everybody waiting.
const rowsPerSegment = 5_000;
const rowsPerPage = 500;

/**
 * Takes the rows written before `before` out of the record, oldest first, as sealed files of some thousand rows.
 * What leaves is checked in the file itself before anything is deleted. For the owner of the tables alone.
 * @throws SealBroken when those rows are not as they were written; then they stay.
 */
export async function sealAudit(deps: SealDeps, before: Date): Promise<SealedSegment[]> {
  const segments: SealedSegment[] = [];
  const last = await lastRowBefore(deps.db, before);
  if (last === null) return segments;
  for (;;) {
    deps.signal.throwIfAborted();
    const start: ChainEnd = (await lastSeal(deps.db)) ?? chainStart;
    if (start.number >= last) return segments;
    segments.push(await sealSegment(deps, start, Math.min(last, start.number + rowsPerSegment)));
  }
}

async function sealSegment(
  { db, now, signal, folder }: SealDeps,
  start: ChainEnd,
  last: number,
): Promise<SealedSegment> {
  const first = start.number + 1;
  const path = join(folder, sealedFileName(first, last));
  await writeSealedFile(
    path,
    newHeader({ previous: start.hash, first, last }),
    rowTexts(db, start.number, last),
  );
  const { rows, hash, findings } = await verifySealed({ db, signal, progress: () => undefined }, path, []);
  const [flaw] = findings;
  if (flaw !== undefined || rows !== last - start.number) {
    await rm(path);
    const { where, message } =
      flaw === undefined ? { where: null, message: "rows are missing" } : findingInWords(flaw);
    throw new SealBroken(
      `Rows ${first} to ${last} of the audit record stay where they are, because they are not as they were written: ${where ?? ""} ${message}. Run audit verify.`,
    );
  }
  const digest = await digestOf(path);
  await db.transaction(async (tx) => {
    const gone = await dropSealedRows(tx, { number: last, hash, sealedAt: now, digest });
    if (gone !== rows)
      throw new SealBroken(`The audit record changed while rows ${first} to ${last} left it.`);
    await recordAudit(tx, platform(), now, {
      action: "audit.seal",
      subjectKind: "audit",
      subjectId: null,
      details: { first, last, digest },
    });
  });
  return { path, first, last };
}

async function* rowTexts(db: Db, after: number, last: number): AsyncGenerator<string> {
  for (let at = after; at < last;) {
    const page = await rowsToSeal(db, at, last, rowsPerPage);
    yield* page.map(({ row }) => row);
    const end = page.at(-1);
    if (end === undefined) return;
    at = end.number;
  }
}
