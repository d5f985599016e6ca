import { done, refused, type Change, type FieldError, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { versionWordsOf } from "#app/domain/engagement/version.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  activitiesOf,
  findEngagementOf,
  lockEngagementOf,
  type EngagementPlan,
} from "#db/queries/engagement.ts";
import { insertEngagementVersion } from "#db/queries/engagement-version.ts";
import { findPriority, type Priority } from "#db/queries/priority.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface EngagementDeps {
  db: Db;
  now: Date;
}

/** Which plan, as which version it was read. */
export interface ReadEngagement {
  /** Of its priority. */
  reference: string;
  version: number;
}

const overtaken = refused(
  "form",
  "Somebody else has changed this plan since you opened it. Read it again, then save yours. What you wrote is still in the form",
);

/** Makes one change of an engagement plan in one transaction; null where the actor has no such plan. */
export function changeEngagement(
  { db, now }: EngagementDeps,
  actor: Actor,
  { permission, action }: { permission: Permission; action: AuditAction },
  { reference, version }: ReadEngagement,
  change: (tx: Db, plan: EngagementPlan, priority: Priority) => Promise<Refused | null>,
): Promise<Change | null> {
  return withActor(db, actor, async (tx): Promise<Change | null> => {
    const priority = await findPriority(tx, reference);
    if (priority === null || !can(actor, permission, priority)) return null;
    const plan = await lockEngagementOf(tx, priority.id);
    if (plan === null) return null;
    if (plan.version !== version) return overtaken;
    const refusal = await change(tx, plan, priority);
    if (refusal !== null) return refusal;
    await keepVersion(tx, priority.id, { at: now, by: actor.accountId });
    await recordAudit(tx, actor, now, {
      action,
      subjectKind: "engagement-plan",
      subjectId: plan.id,
      neighbourhoodId: priority.neighbourhoodId,
    });
    return done;
  });
}

/** Keeps what the plan says now, whole, so that it can be compared with any other version. */
async function keepVersion(
  tx: Db,
  priorityId: string,
  written: { at: Date; by: string | null },
): Promise<void> {
  const plan = await findEngagementOf(tx, priorityId);
  if (plan === null) return;
  const words = versionWordsOf(plan, await activitiesOf(tx, plan.id));
  await insertEngagementVersion(tx, { planId: plan.id, version: plan.version, words, ...written });
}

const mostWords = 1_000;

/** All words of an engagement plan may be read by residents, so none may point at a person. */
export function problemsOfWords(words: Readonly<Record<string, string | null>>): FieldError[] {
  return Object.entries(words).flatMap(([field, text]) => {
    if (text === null) return [];
    if (text.length > mostWords)
      return [{ field, message: `Shorten it to ${mostWords} characters or fewer. It has ${text.length}` }];
    return problemsOfPublicWords(text).map((message) => ({ field, message }));
  });
}

export const refusedBy = (messages: readonly string[]): Refused | null =>
  messages.length === 0
    ? null
    : { ok: false, errors: messages.map((message) => ({ field: "form", message })) };
