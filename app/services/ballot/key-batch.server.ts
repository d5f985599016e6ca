import { refused, type FieldError, type Refused } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { afterBothKeyings, keyingRefusal, type Batch, type Keying } from "#app/domain/ballot/batch.ts";
import type { KeyedLine } from "#app/domain/ballot/keying.ts";
import { readLines, type ReadLine, type TypedLine } from "#app/domain/ballot/keyed-lines.ts";
import { acceptsBatches } from "#app/domain/ballot/open.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findCycle, shortlistNumbers } from "#db/queries/ballot.ts";
import {
  linesOf,
  lockBatch,
  replaceLines,
  updateBatch,
  votersByReference,
  type BatchRow,
  type KeptLine,
} from "#db/queries/batch.ts";
import { isCertified } from "#db/queries/tally.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { countBatch, lockVotersOf, type CountedBatch } from "./count-batch.server.ts";
import type { Deps } from "./deps.ts";
import { voteSettings } from "./vote-settings.server.ts";

export interface BatchEntry {
  batchId: string;
  keying: Keying;
  rows: readonly TypedLine[];
}

export type BatchKeyed =
  { ok: true; state: "keyed" | "differing" } | ({ ok: true; state: "checked" } & CountedBatch) | Refused;

const tooLate = "This vote has been counted: no more ballots can be entered";

export const batchOf = ({ state, keyedBy, checkedBy }: BatchRow): Batch => ({
  state,
  firstKeyedBy: keyedBy,
  secondKeyedBy: checkedBy,
});

/** One entry of a batch as the comparison reads it. */
export const keyedLines = (lines: readonly KeptLine[], pass: number): KeyedLine[] =>
  lines
    .filter((line) => line.pass === pass)
    .map(({ line, reference, accountId, choices }) => ({
      paper: line,
      voter: reference ?? accountId,
      choices,
    }));

/**
 * Keeps one of the two entries of a batch. Once both stand they are compared line by line: equal, its ballots count at
 * once; else it waits for one of the two people to look again. Null where it is not the actor's to enter.
 */
export const keyBatch = (
  { db, now, keys }: Deps,
  actor: Actor,
  { batchId, keying, rows }: BatchEntry,
): Promise<BatchKeyed | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const batch = await lockBatch(tx, batchId);
    const cycle = batch === null ? null : await findCycle(tx, batch.cycleId);
    if (batch === null || cycle === null || !can(actor, "ballot:enter", cycle)) return null;
    const refusal = keyingRefusal(actor, batchOf(batch), keying);
    if (refusal !== null) return refused("form", refusal);
    if (!acceptsBatches(cycle.stage, await isCertified(tx, cycle.id))) return refused("form", tooLate);
    const settings = await voteSettings(tx);
    const read = readLines(rows, await shortlistNumbers(tx, cycle.id), settings.mostChoices);
    if (!read.ok) return read;
    const known = await withAccounts(tx, cycle.neighbourhoodId, read.lines);
    if (!known.ok) return known;

    const pass = keying === "first" ? 1 : 2;
    await replaceLines(tx, batch.id, pass, known.lines);
    const kept = await linesOf(tx, batch.id);
    const voters = await lockVotersOf(tx, cycle, kept);
    const held = await findCycle(tx, cycle.id);
    if (held === null || !acceptsBatches(held.stage, await isCertified(tx, cycle.id)))
      throw new Error("A vote was counted while a batch of it was entered.");
    const person =
      keying === "first"
        ? { keyedBy: actor.accountId, keyedAt: now }
        : { checkedBy: actor.accountId, checkedAt: now };
    const isFirstEntry = batch.state === "open";
    const { state } = isFirstEntry
      ? { state: "keyed" as const }
      : afterBothKeyings(keyedLines(kept, 1), keyedLines(kept, 2));
    await updateBatch(tx, batch.id, { ...person, state });
    const lines = kept.filter((line) => line.pass === 1);
    const counted =
      state === "checked"
        ? await countBatch(tx, { keys, now }, { cycle: held, batch, lines, voters, settings })
        : null;
    await recordAudit(tx, actor, now, {
      action: isFirstEntry ? "batch.key" : keying === "second" ? "batch.check" : "batch.reopen",
      subjectKind: "batch",
      subjectId: batch.id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: {
        state,
        lines: known.lines.length,
        ...(counted === null ? {} : { counted: counted.counted, repeated: counted.repeated.length }),
      },
    });
    if (counted !== null) return { ok: true, state: "checked", ...counted };
    return { ok: true, state: state === "keyed" ? "keyed" : "differing" };
  });

/** The lines with the accounts behind their references; refused where one is nobody's here. */
async function withAccounts(
  tx: Db,
  neighbourhoodId: string,
  lines: readonly ReadLine[],
): Promise<{ ok: true; lines: (ReadLine & { accountId: string })[] } | Refused> {
  const references = lines.map(({ reference }) => reference);
  const found = await votersByReference(tx, neighbourhoodId, references);
  const byReference = new Map(found.map((voter) => [voter.reference, voter]));
  const errors: FieldError[] = [];
  const known = lines.flatMap((line) => {
    const voter = byReference.get(line.reference);
    const field = `rows[${line.line - 1}].reference`;
    if (voter === undefined)
      errors.push({
        field,
        message: `Row ${line.line}: nobody in this neighbourhood has the reference ${line.reference}`,
      });
    else if (voter.connection === "visit")
      errors.push({
        field,
        message: `Row ${line.line}: ${line.reference} only visits, and does not vote here`,
      });
    return voter === undefined ? [] : [{ ...line, accountId: voter.accountId }];
  });
  return errors.length > 0 ? { ok: false, errors } : { ok: true, lines: known };
}
