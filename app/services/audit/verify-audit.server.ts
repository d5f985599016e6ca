import { standingAnchors, type Anchor, type GivenUp } from "#app/domain/audit/anchor.ts";
import type { AuditFinding } from "#app/domain/audit/finding.ts";
import { createTurn } from "#app/services/edition/event-loop-turn.server.ts";
import type { JobDeps } from "#app/services/edition/import.server.ts";
import {
  chainStart,
  checkRecord,
  countAfter,
  findMovedRows,
  hashesOf,
  missingGuards,
  strayRows,
  type ChainEnd,
} from "#db/queries/audit-check.ts";
import { isSealRecorded, lastSeal } from "#db/queries/audit-seal.ts";
import type { Db } from "#db/types.ts";
import { findingsOf } from "./findings-of.ts";

export type VerifyDeps = Pick<JobDeps, "db" | "progress" | "signal">;

export interface AuditVerdict {
  /** How many rows were checked. */
  rows: number;
  /** The last row that left as a sealed file: the record begins after it. */
  sealedTo: number | null;
  /** How many anchors the record was compared with. */
  anchors: number;
  /** What restores gave up, in order. No fault of the record. */
  givenUp: GivenUp[];
  /** Everything that is wrong, up to a thousand; empty when the record is as it was written. */
  findings: AuditFinding[];
}

// On the embedded database a page takes some 20 ms, in which nobody else is answered.
const rowsPerPage = 2_000;
const anchorsPerQuery = 1_000;
const mostFindings = 1_000;
// Each of them is tried in the place of each other.
const mostMovedTried = 40;

const guards = ["audit_chain", "audit_refuse_change", "audit_refuse_truncate"];

/**
 * Checks the whole record: every row against its hash and the row before, its beginning against the seal, its end
 * and its hashes against the anchors. Page by page, so that work goes on meanwhile.
 */
export async function verifyAudit(deps: VerifyDeps, made: readonly Anchor[]): Promise<AuditVerdict> {
  const { db } = deps;
  const seal = await lastSeal(db);
  const start: ChainEnd = seal ?? chainStart;
  const chain = await checkChain(deps, start);
  const { anchors, givenUp } = standingAnchors(made);
  const compared = anchors.filter(({ number }) => number >= start.number);
  const findings: AuditFinding[] = [
    ...(await missingGuards(db, guards)).map((trigger) => ({ kind: "unguarded" as const, trigger })),
    ...(await strayRows(db, start.number)).map((number) => ({ kind: "stray" as const, number })),
    ...(seal !== null && !(await isSealRecorded(db, seal))
      ? [{ kind: "unsealed" as const, number: seal.number }]
      : []),
    ...chain.findings,
    ...(await checkAnchors(db, compared, start, chain.end)),
  ];
  return {
    rows: chain.rows,
    sealedTo: seal?.number ?? null,
    anchors: compared.length,
    givenUp,
    // Rows that left while this ran are not missing.
    findings: await withoutSealedMeanwhile(db, start, findings),
  };
}

async function checkChain({ db, progress, signal }: VerifyDeps, start: ChainEnd) {
  const total = await countAfter(db, start.number);
  const findings: AuditFinding[] = [];
  let rows = 0;
  let end = start;
  const turn = createTurn();
  for (;;) {
    // why: the embedded database answers without ever giving the event loop a turn.
    await turn();
    signal.throwIfAborted();
    const page = await checkRecord(db, end, rowsPerPage);
    if (page.end === null) break;
    end = page.end;
    rows += page.rows;
    if (findings.length < mostFindings) findings.push(...findingsOf(page));
    progress({ stage: "Checking the audit record", done: rows, total: Math.max(total, rows), unit: "rows" });
  }
  return { rows, end, findings: await nameMoved(db, withoutConsequences(findings.slice(0, mostFindings))) };
}

/** That a row does not follow from an edited one is no finding of its own. */
function withoutConsequences(findings: readonly AuditFinding[]): AuditFinding[] {
  const edited = new Set(findings.flatMap((finding) => (finding.kind === "edited" ? [finding.number] : [])));
  return findings.filter((finding) => finding.kind !== "unlinked" || !edited.has(finding.number - 1));
}

/** Says of the first edited rows which of them are whole and only stand in another's place. */
async function nameMoved(db: Db, findings: readonly AuditFinding[]): Promise<AuditFinding[]> {
  const edited = findings.flatMap((finding) => (finding.kind === "edited" ? [finding.number] : []));
  const tried = edited.slice(0, mostMovedTried);
  if (tried.length === 0) return [...findings];
  const candidates = [...new Set(tried.flatMap((number) => [number - 1, number, number + 1]))];
  const moved = new Map(
    (await findMovedRows(db, tried, candidates)).map(({ number, from }) => [number, from]),
  );
  return findings.map((finding) => {
    const from = finding.kind === "edited" ? moved.get(finding.number) : undefined;
    return finding.kind === "edited" && from !== undefined
      ? { kind: "moved", number: finding.number, from }
      : finding;
  });
}

async function checkAnchors(
  db: Db,
  anchors: readonly Anchor[],
  start: ChainEnd,
  end: ChainEnd,
): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  const furthest = Math.max(0, ...anchors.map(({ number }) => number));
  if (furthest > end.number) findings.push({ kind: "truncated", number: end.number + 1, last: furthest });
  for (let at = 0; at < anchors.length; at += anchorsPerQuery) {
    const batch = anchors.slice(at, at + anchorsPerQuery);
    const hashes = await hashesOf(
      db,
      batch.map(({ number }) => number),
    );
    hashes.set(start.number, start.hash);
    for (const anchor of batch) {
      const hash = hashes.get(anchor.number);
      // A row that is not there was found missing already.
      if (hash !== undefined && hash !== anchor.hash)
        findings.push({ kind: "rebuilt", number: anchor.number, at: anchor.at });
    }
  }
  return findings;
}

async function withoutSealedMeanwhile(db: Db, start: ChainEnd, findings: AuditFinding[]) {
  const sealedTo = (await lastSeal(db))?.number ?? 0;
  if (sealedTo === start.number) return findings;
  return findings.filter((finding) => !("number" in finding) || finding.number > sealedTo);
}
