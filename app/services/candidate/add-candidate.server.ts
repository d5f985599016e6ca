import type { Actor } from "#app/domain/actor.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import { joinedCandidate } from "#app/domain/concern/candidacy.ts";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { countRaisers } from "#db/queries/candidate-concerns.ts";
import { insertCandidate, nextCandidateNumber } from "#db/queries/candidate.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { holdCycle } from "./hold-cycle.server.ts";
import { lockFreeConcerns, putInCandidate } from "./put-in-candidate.server.ts";
import { sayCandidacy } from "./say-candidacy.server.ts";

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
    const free = await lockFreeConcerns(tx, cycle, concernIds);
    if (!free.ok) return free;
    const { concerns } = free;
    const errors = [
      ...problemsOfPublicWords(title).map((message) => ({ field: "title", message })),
      ...problemsOfPublicWords(statement).map((message) => ({ field: "statement", message })),
    ];
    if (errors.length > 0) return { ok: false, errors };
    const number = await nextCandidateNumber(tx, cycleId);
    if (number > mostNumbers) return refused("form", `A cycle has at most ${mostNumbers} candidates`);
    const raisers = await countRaisers(
      tx,
      concerns.map((concern) => concern.id),
    );
    const id = await insertCandidate(tx, {
      cycleId,
      number,
      category,
      title,
      statement,
      raisers,
      changedAt: now,
    });
    await putInCandidate(tx, cycle, id, concerns);
    await sayCandidacy(tx, { actor, now }, concerns, joinedCandidate);
    await recordAudit(tx, actor, now, {
      action: "candidate.add",
      subjectKind: "candidate",
      subjectId: id,
      neighbourhoodId: cycle.neighbourhoodId,
      details: { cycleId, number, concerns: concerns.length, raisers },
    });
    return { ok: true, number };
  });
