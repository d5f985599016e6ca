import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { editionNouns, type EditionNoun, type EditionReport } from "#app/domain/edition/edition.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { editions, editionTerms } from "#db/schema/edition.ts";
import type { Db } from "#db/types.ts";
import { isClaimAlive, keepClaim, newClaim, releaseClaim } from "./claim.server.ts";
import { clearEdition } from "./clear-edition.server.ts";
import { editionBefore } from "./edition-before.ts";
import { ImportRefused, type JobDeps } from "./import.server.ts";

export interface StagedEdition {
  noun: EditionNoun;
  /** In words, for people: a file name, "OS Code-Point Open". Never a path. */
  source: string;
  /** The publisher's date, "2025-11-01". */
  sourceDate: string | null;
  attribution: string;
  isIllustrative: boolean;
  /** SHA-256 in hex of all that decides what is loaded: the file and the options. */
  digest: string;
}

/** Whether the edition in force was made from exactly this, so that there is nothing to do. */
export async function sameAsInForce(db: Db, noun: EditionNoun, digest: string): Promise<boolean> {
  return (await editionInForce(db, noun))?.digest === digest;
}

/**
 * Opens an edition to write rows under and returns its id; nothing reads it before `putInForce`. Clears what an
 * interrupted import of this noun left. Throws `ImportRefused` while another import of it is running.
 */
export async function stageEdition(deps: JobDeps, input: StagedEdition): Promise<string> {
  for (;;) {
    const opened = await claimNoun(deps, input);
    if ("editionId" in opened) {
      keepClaim(deps, opened.editionId);
      return opened.editionId;
    }
    if (await isClaimAlive(deps, opened.leftover)) {
      throw new ImportRefused(
        `Another import of ${input.noun} is running. Wait for it to end, then try again.`,
      );
    }
    deps.say(`Clearing what an interrupted import of ${input.noun} left behind.`);
    await clearEdition(deps, opened.leftover, input.noun);
  }
}

/**
 * Marks the edition whole and puts it in force instead of the one before, in one transaction, together with
 * `alsoInTransaction` (keep that short). Throws `ImportRefused` when the edition is no longer staged.
 */
export async function putInForce(
  deps: JobDeps,
  editionId: string,
  report: EditionReport,
  alsoInTransaction?: (tx: Db) => Promise<void>,
): Promise<void> {
  await deps.db.transaction(async (tx) => {
    const [edition] = await tx
      .update(editions)
      .set({ status: "whole", report, createdAt: deps.now() })
      .where(and(eq(editions.id, editionId), eq(editions.status, "staging")))
      .returning({ noun: editions.noun });
    if (edition === undefined) {
      throw new ImportRefused(
        "Another import took this one's place. The edition in force was not changed; import again.",
      );
    }
    await lockNoun(tx, edition.noun);
    await alsoInTransaction?.(tx);
    await openTerm(tx, edition.noun, editionId, deps.now());
  });
  releaseClaim(editionId);
}

/** Puts the edition in force before back in force. Throws `ImportRefused` when there is none. */
export async function rollBack(deps: JobDeps, noun: EditionNoun): Promise<{ from: string; to: string }> {
  return deps.db.transaction(async (tx) => {
    await lockNoun(tx, noun);
    const terms = await tx
      .select({ editionId: editionTerms.editionId })
      .from(editionTerms)
      .where(eq(editionTerms.noun, noun))
      .orderBy(asc(editionTerms.number));
    const editionIds = terms.map((term) => term.editionId);
    const to = editionBefore(editionIds);
    const from = editionIds.at(-1);
    if (to === null || from === undefined) {
      throw new ImportRefused(`There is no earlier edition of ${noun} to go back to.`);
    }
    await openTerm(tx, noun, to, deps.now());
    return { from, to };
  });
}

/** Gives up a staged edition and removes its rows; does nothing to one that is whole. */
export async function abandonEdition(deps: JobDeps, editionId: string): Promise<void> {
  releaseClaim(editionId);
  const [edition] = await deps.db
    .select({ noun: editions.noun })
    .from(editions)
    .where(and(eq(editions.id, editionId), eq(editions.status, "staging")));
  if (edition !== undefined) await clearEdition(deps, editionId, edition.noun);
}

/**
 * Stages an edition, lets `write` fill it and puts it in force with the report `write` returns; abandons it when
 * `write` throws or the job is aborted.
 */
export async function importEdition(
  deps: JobDeps,
  input: StagedEdition,
  write: (
    editionId: string,
  ) => Promise<{ report: EditionReport; alsoInTransaction?: (tx: Db) => Promise<void> }>,
): Promise<EditionReport> {
  const editionId = await stageEdition(deps, input);
  try {
    const { report, alsoInTransaction } = await write(editionId);
    deps.signal.throwIfAborted();
    await putInForce(deps, editionId, report, alsoInTransaction);
    return report;
  } catch (error) {
    // why: the reason of the failure matters more than a left-over, which the next import clears.
    await abandonEdition(deps, editionId).catch(() => undefined);
    throw error;
  }
}

async function claimNoun(
  { db, now }: JobDeps,
  input: StagedEdition,
): Promise<{ editionId: string } | { leftover: string }> {
  return db.transaction(async (tx) => {
    await lockNoun(tx, input.noun);
    const [leftover] = await tx
      .select({ id: editions.id })
      .from(editions)
      .where(and(eq(editions.noun, input.noun), eq(editions.status, "staging")))
      .limit(1);
    if (leftover !== undefined) return { leftover: leftover.id };
    const [edition] = await tx
      .insert(editions)
      .values({ ...input, status: "staging", report: newClaim(), createdAt: now() })
      .returning({ id: editions.id });
    if (edition === undefined) throw new Error("The database returned no edition.");
    return { editionId: edition.id };
  });
}

async function openTerm(tx: Db, noun: EditionNoun, editionId: string, now: Date) {
  const open = and(eq(editionTerms.noun, noun), isNull(editionTerms.inForceTo));
  const [current] = await tx.select({ from: editionTerms.inForceFrom }).from(editionTerms).where(open);
  // why: a clock set back must not end a term before it began.
  const from = current !== undefined && current.from > now ? current.from : now;
  await tx.update(editionTerms).set({ inForceTo: from }).where(open);
  await tx.insert(editionTerms).values({ noun, editionId, inForceFrom: from });
}

// Any constant: it only keeps these locks apart from others of this platform.
const lockSpace = 7203;

/** One change of a noun's edition at a time, until the transaction ends. */
async function lockNoun(tx: Db, noun: EditionNoun) {
  await tx.execute(sql`select pg_advisory_xact_lock(${lockSpace}::int, ${editionNouns.indexOf(noun)}::int)`);
}
