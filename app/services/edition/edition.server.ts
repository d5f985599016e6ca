import type { EditionNoun, EditionReport } from "#app/domain/edition/edition.ts";
import { editionInForce } from "#db/queries/edition.ts";
import { findStagedId, insertStaged, updateStaged } from "#db/queries/edition-staging.ts";
import { listTerms, lockNoun } from "#db/queries/edition-switch.ts";
import type { Db } from "#db/types.ts";
import { isClaimAlive, keepClaim, newClaim, releaseClaim } from "./claim.server.ts";
import { clearEdition } from "./clear-edition.server.ts";
import { stateBefore, statesOf } from "./edition-before.ts";
import { ImportRefused, type JobDeps } from "./import.server.ts";
import { switchEdition } from "./switch-edition.server.ts";

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
    await clearEdition(deps.db, opened.leftover);
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
    const noun = await updateStaged(tx, editionId, { status: "whole", report, createdAt: deps.now() });
    if (noun === null) {
      throw new ImportRefused(
        "Another import took this one's place. The edition in force was not changed; import again.",
      );
    }
    await lockNoun(tx, noun);
    await alsoInTransaction?.(tx);
    await switchEdition(tx, noun, editionId, deps.now());
  });
  releaseClaim(editionId);
}

/**
 * Puts back in force what was before: an edition, or nothing at all (`to` is null) when the first is rolled back.
 * Throws `ImportRefused` when nothing is in force, and for the first boundaries, without which no page answers.
 */
export async function rollBack(
  deps: JobDeps,
  noun: EditionNoun,
): Promise<{ from: string; to: string | null }> {
  return deps.db.transaction(async (tx) => {
    await lockNoun(tx, noun);
    const states = statesOf(await listTerms(tx, noun));
    const [from, to] = [states.at(-1), stateBefore(states)];
    if (from === undefined || from === null || to === undefined || (to === null && noun === "boundaries")) {
      throw new ImportRefused(`There is no earlier edition of ${noun} to go back to.`);
    }
    await switchEdition(tx, noun, to, deps.now());
    return { from, to };
  });
}

/** Gives up a staged edition and removes its rows; does nothing to one that is whole. */
export async function abandonEdition({ db }: JobDeps, editionId: string): Promise<void> {
  releaseClaim(editionId);
  await clearEdition(db, editionId);
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
    const leftover = await findStagedId(tx, input.noun);
    if (leftover !== null) return { leftover };
    return { editionId: await insertStaged(tx, { ...input, report: newClaim(), createdAt: now() }) };
  });
}
