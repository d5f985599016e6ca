import { join } from "node:path";
import { z } from "zod";
import { readEnv } from "#app/env.server.ts";
import { findingInWords } from "#app/domain/audit/finding.ts";
import { ownSecret } from "#app/server/own-secret.ts";
import { dataDirOf } from "#app/server/package-root.ts";
import { anchorFileName, readAnchors, type AnchorPlace } from "#app/services/audit/anchor-file.server.ts";
import { SealBroken } from "#app/services/audit/sealed-file.server.ts";
import { verifyAudit } from "#app/services/audit/verify-audit.server.ts";
import { verifySealed } from "#app/services/audit/verify-sealed.server.ts";
import type { AuditFinding } from "#app/domain/audit/finding.ts";
import { ImportRefused, type JobDeps } from "#app/services/edition/import.server.ts";
import { deriveKeys } from "#app/services/keys/keys.server.ts";
import { dataCommand } from "./command.ts";

/** Where this installation keeps the anchors of its audit record, and what signs them. */
export function ownAnchors(): AnchorPlace {
  const env = readEnv();
  return { file: join(dataDirOf(env), anchorFileName), key: deriveKeys(ownSecret(env)).anchors };
}

async function anchorsOf(deps: Pick<JobDeps, "say">, file: string | undefined) {
  const own = ownAnchors();
  const read = await readAnchors({ ...own, file: file ?? own.file });
  if (read === null && file !== undefined) throw new ImportRefused(`There is no file ${file}.`);
  if (read === null) {
    deps.say("There are no anchors: rows cut off at the end, or a record made anew, cannot be found.");
  }
  for (const line of read?.unreadableLines ?? [])
    deps.say(`Line ${line} of the anchors cannot be read; it was passed over.`);
  const forged = (read?.forgedLines ?? []).map((line) => ({ kind: "forged-anchor" as const, line }));
  return { made: read?.anchors ?? [], forged };
}

const counted = (number: number, thing: string) =>
  `${number.toLocaleString("en-GB")} ${thing}${number === 1 ? "" : "s"}`;

function refuseFindings(findings: readonly AuditFinding[]) {
  if (findings.length === 0) return;
  throw new ImportRefused(
    `The audit record is not as it was written: ${counted(findings.length, "finding")}.`,
    findings.map(findingInWords),
  );
}

async function verifyRecord(deps: JobDeps, anchorsFile: string | undefined) {
  const { made, forged } = await anchorsOf(deps, anchorsFile);
  const verdict = await verifyAudit(deps, made);
  const { rows, sealedTo, anchors, givenUp } = verdict;
  if (sealedTo !== null)
    deps.say(`The record begins after row ${sealedTo}: older rows left as sealed files.`);
  for (const { at, first, last } of givenUp)
    deps.say(
      `A backup was restored at ${at}: rows ${first} to ${last} of the record until then were given up.`,
    );
  refuseFindings([...forged, ...verdict.findings]);
  deps.say(`The audit record is as it was written: ${counted(rows, "row")}, ${counted(anchors, "anchor")}.`);
}

async function verifyFile(deps: JobDeps, path: string, anchorsFile: string | undefined) {
  const { made, forged } = await anchorsOf(deps, anchorsFile);
  const verdict = await verifySealed(deps, path, made).catch((error: unknown) => {
    if (error instanceof SealBroken) throw new ImportRefused(error.message);
    throw error;
  });
  refuseFindings([...forged, ...verdict.findings]);
  if (verdict.isOfThisRecord === false)
    throw new ImportRefused(
      "The rows follow from each other, but the file is not the one that the record's seal names.",
    );
  deps.say(
    verdict.isOfThisRecord === null
      ? "This database knows no seal that goes with the file."
      : "The file is the one that the record's seal names.",
  );
  deps.say(`The rows are as they were written: ${verdict.first} to ${verdict.last}.`);
}

/** `audit verify`. */
export const auditCommands = [
  dataCommand({
    noun: "audit",
    verb: "verify",
    summary: "Check that nothing in the audit record was changed, deleted or put in another order",
    arguments: [],
    options: [
      {
        flags: "--anchors <file>",
        description: "a copy of the anchors kept elsewhere (those of the data folder)",
        isPath: true,
      },
      {
        flags: "--sealed <file>",
        description: "check rows that left the record, in this file",
        isPath: true,
      },
    ],
    input: z.object({ anchors: z.string().min(1).optional(), sealed: z.string().min(1).optional() }),
    run: (deps, { anchors, sealed }) =>
      sealed === undefined ? verifyRecord(deps, anchors) : verifyFile(deps, sealed, anchors),
  }),
] as const;
