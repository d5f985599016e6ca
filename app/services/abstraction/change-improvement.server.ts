import { mayWriteImprovement } from "#app/domain/abstraction/improvement-writers.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import type { AuditDetails } from "#app/domain/audit/audit.ts";
import {
  lockImprovement,
  teamInForce,
  type ImprovedTeam,
  type Improvement,
} from "#db/queries/abstraction-improvement.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface ImprovementDeps {
  db: Db;
  now: Date;
}

export interface HeldImprovement {
  improvement: Improvement;
  team: ImprovedTeam;
}

const overtaken = refused(
  "form",
  "Somebody else has changed this since you opened it. Read it again, then decide. What you wrote is still in the form",
);

/** Whether an improvement is as it was read; refused where somebody was faster. */
export const asRead = ({ version }: Improvement, read: number): Refused | null =>
  version === read ? null : overtaken;

/** Holds an improvement for somebody who writes in it, in one transaction; null where they have no such improvement. */
export const changeImprovement = <Result>(
  { db }: ImprovementDeps,
  actor: Actor,
  id: string,
  change: (tx: Db, held: HeldImprovement) => Promise<Result>,
): Promise<Result | null> =>
  withActor(db, actor, async (tx) => {
    const improvement = await lockImprovement(tx, id);
    const team = improvement === null ? null : await teamInForce(tx, improvement.teamId);
    if (improvement === null || team === null) return null;
    const wasEscalated = improvement.escalatedAt !== null;
    const { neighbourhoodIds } = team;
    if (!mayWriteImprovement(actor, { neighbourhoodIds, state: improvement.state, wasEscalated }))
      return null;
    return change(tx, { improvement, team });
  });

/** Records what was done with an improvement. */
export const recordImprovementAct = (
  tx: Db,
  actor: Actor,
  at: Date,
  { improvement, team }: HeldImprovement,
  { action, details }: { action: AuditAction; details: AuditDetails },
): Promise<void> =>
  recordAudit(tx, actor, at, {
    action,
    subjectKind: "abstraction-improvement",
    subjectId: improvement.id,
    neighbourhoodId: team.neighbourhoodIds[0] ?? null,
    details,
  });
