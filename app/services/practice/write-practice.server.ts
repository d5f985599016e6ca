import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { problemsOfPractice, type WantedPractice } from "#app/domain/practice/practice.ts";
import { slugOf } from "#app/domain/structure/slug.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findPlanOf } from "#db/queries/plan.ts";
import { hasPractice, insertPractice, type PracticeItem } from "#db/queries/practice.ts";
import { findPriority, lockPriority, type Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { columnsOf, yearOf, type PracticeDeps } from "./practice-change.server.ts";

export type PracticeWritten = { ok: true; slug: string } | Refused;

/**
 * Writes a practice entry, of a closed plan where `reference` names its priority, or of something done elsewhere;
 * null where the actor has no such priority. It is a draft until somebody publishes it.
 */
export const writePractice = (
  { db, now }: PracticeDeps,
  actor: Actor,
  reference: string | null,
  wanted: WantedPractice,
): Promise<PracticeWritten | null> =>
  withActor(db, actor, async (tx): Promise<PracticeWritten | null> => {
    const priority = reference === null ? null : await findPriority(tx, reference);
    if (reference !== null && priority === null) return null;
    if (!can(actor, "practice:write", priority ?? undefined)) return null;
    const refusal = priority === null ? null : await refusalOf(tx, priority);
    if (refusal !== null) return refusal;
    const errors = problemsOfPractice(wanted, yearOf(now));
    if (errors.length > 0) return { ok: false, errors };
    const { id, slug } = await insertNamed(tx, slugOf(wanted.title), {
      ...columnsOf(wanted),
      priorityId: priority?.id ?? null,
      addedBy: actor.accountId,
      changedAt: now,
    });
    await recordAudit(tx, actor, now, {
      action: "practice.write",
      subjectKind: "practice",
      subjectId: id,
      neighbourhoodId: priority?.neighbourhoodId ?? null,
    });
    return { ok: true, slug };
  });

/** Why no entry can be made of a priority. Holds it, so that two writers do not make two. */
async function refusalOf(tx: Db, { id }: Priority): Promise<Refused | null> {
  await lockPriority(tx, id);
  if ((await findPlanOf(tx, id))?.stage !== "closed")
    return refused("form", "Only a plan that is closed makes a practice entry");
  return (await hasPractice(tx, id)) ? refused("form", "This plan has a practice entry already") : null;
}

const mostNames = 100;

/** Adds an entry under its title, or that with a number where another has it. */
async function insertNamed(
  tx: Db,
  wanted: string,
  values: Omit<Parameters<typeof insertPractice>[1], "slug">,
): Promise<PracticeItem> {
  const plain = wanted === "" ? "entry" : wanted;
  for (let number = 1; number <= mostNames; number += 1) {
    const added = await insertPractice(tx, { ...values, slug: number === 1 ? plain : `${plain}-${number}` });
    if (added !== null) return added;
  }
  throw new Error("Too many entries have this title.");
}
