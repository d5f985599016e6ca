import { standingAnchors, type Anchor } from "#app/domain/audit/anchor.ts";
import type { AuditFinding } from "#app/domain/audit/finding.ts";
import { checkSealedRows, chainStart, type ChainEnd } from "#db/queries/audit-check.ts";
import { findSeal } from "#db/queries/audit-seal.ts";
import type { Db } from "#db/types.ts";
import { findingsOf } from "./findings-of.ts";
import { digestOf, readSealedFile, SealBroken, type SealedHeader } from "./sealed-file.server.ts";
import type { VerifyDeps } from "./verify-audit.server.ts";

export interface SealedVerdict {
  first: number;
  last: number;
  rows: number;
  /** Of the last row. */
  hash: string;
  /** Whether the record holds the seal that this file goes with; null when it knows none that ends here. */
  isOfThisRecord: boolean | null;
  findings: AuditFinding[];
}

const rowsPerPage = 500;

/**
 * Checks rows that left the record as a file, each as it was checked in the record; with the seal that went with
 * them, and with the anchors made while they were there.
 * @throws SealBroken when the file cannot be read.
 */
export async function verifySealed(
  deps: VerifyDeps,
  path: string,
  made: readonly Anchor[],
): Promise<SealedVerdict> {
  const { header, rows, end, findings } = await checkFile(deps, path, made);
  const seal = await findSeal(deps.db, header.last);
  const before = await findSeal(deps.db, header.first - 1);
  const beginsAt = before?.hash ?? (header.first === 1 ? chainStart.hash : header.previous);
  return {
    first: header.first,
    last: header.last,
    rows,
    hash: end.hash,
    isOfThisRecord: seal === null ? null : seal.hash === end.hash && seal.digest === (await digestOf(path)),
    findings: [
      ...(header.previous === beginsAt ? [] : [{ kind: "unlinked" as const, number: header.first }]),
      ...findings,
      ...(end.number < header.last
        ? [{ kind: "cut" as const, number: end.number + 1, last: header.last }]
        : []),
    ],
  };
}

async function checkFile({ db, progress, signal }: VerifyDeps, path: string, made: readonly Anchor[]) {
  let header: SealedHeader | null = null;
  let end: ChainEnd | null = null;
  let rows = 0;
  let page: string[] = [];
  const anchored = new Map(standingAnchors(made).anchors.map((anchor) => [anchor.number, anchor]));
  const findings: AuditFinding[] = [];
  const checkPage = async (after: ChainEnd) => {
    signal.throwIfAborted();
    const checked = await checkPageOf(db, after, page);
    findings.push(...checked.findings);
    rows += page.length;
    page = [];
    progress({ stage: "Checking the sealed rows", done: rows, total: null, unit: "rows" });
    return checked.end;
  };
  for await (const part of readSealedFile(path)) {
    if ("header" in part) {
      header = part.header;
      end = { number: header.first - 1, hash: header.previous };
      continue;
    }
    const anchor = anchored.get(part.row.number);
    if (anchor !== undefined && anchor.hash !== part.row.hash)
      findings.push({ kind: "rebuilt", number: anchor.number, at: anchor.at });
    page.push(part.row.json);
    if (end !== null && page.length === rowsPerPage) end = await checkPage(end);
  }
  if (end !== null && page.length > 0) end = await checkPage(end);
  if (header === null || end === null) throw new SealBroken(`${path} is empty.`);
  return { header, end, rows, findings };
}

async function checkPageOf(db: Db, after: ChainEnd, rows: readonly string[]) {
  const checked = await checkSealedRows(db, after, `[${rows.join(",")}]`);
  return { end: checked.end ?? after, findings: findingsOf(checked) };
}
