import type { Actor } from "#app/domain/actor.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  countInCycle,
  countRaisers,
  insertCandidateConcerns,
  listChoosable,
} from "#db/queries/candidate-concerns.ts";
import { insertCandidate, nextCandidateNumber } from "#db/queries/candidate.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCycle } from "./hold-cycle.server.ts";

export interface WantedCandidate {
  cycleId: string;
  concernIds: readonly string[];
  category: ConcernCategory;
  title: string;
  statement: string;
}

const mostNumbers = 99;

/** Makes a candidate of one or several published concerns; the people behind them are counted once each. */
export const addCandidate = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { cycleId, concernIds, category, title, statement }: WantedCandidate,
): Promise<{ ok: true; number: number } | Refused> =>
  withActor(db, actor, async (tx) => {
    const held = await holdCycle(tx, actor, cycleId);
    if (!held.ok) return held;
    const { cycle } = held;
    const chosen = [...new Set(concernIds)];
    if (chosen.length === 0) return refused("concernIds", "Choose at least one concern");
    const choosable = new Set((await listChoosable(tx, cycle)).map(({ id }) => id));
    if (!chosen.every((id) => choosable.has(id)))
      return refused("concernIds", "Somebody has used or moved one of these concerns: choose again");
    const errors = [
      ...problemsOfPublicWords(title).map((message) => ({ field: "title", message })),
      ...problemsOfPublicWords(statement).map((message) => ({ field: "statement", message })),
    ];
    if (errors.length > 0) return { ok: false, errors };
    const number = await nextCandidateNumber(tx, cycleId);
    if (number > mostNumbers) return refused("form", `A cycle has at most ${mostNumbers} candidates`);
    const raisers = await countRaisers(tx, chosen);
    const id = await insertCandidate(tx, {
      cycleId,
      number,
      category,
      title,
      statement,
      raisers,
      changedAt: now,
    });
    await insertCandidateConcerns(tx, id, chosen);
    await countInCycle(tx, cycleId, chosen);
    await recordAudit(tx, actor, now, {
      action: "candidate.add",
      subjectKind: "candidate",
      subjectId: id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { cycleId, number, concerns: chosen.length, raisers },
    });
    return { ok: true, number };
  });
