import { refused, type Change, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { AuditAction } from "#app/domain/audit/actions.ts";
import type { Permission } from "#app/domain/permissions.ts";
import { wordsOf, type WantedPractice } from "#app/domain/practice/practice.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockPractice, type PlacedPractice } from "#db/queries/practice.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface PracticeDeps {
  db: Db;
  now: Date;
}

/** Which entry, as which version it was read. */
export interface ReadPractice {
  slug: string;
  version: number;
}

/** Whether somebody may do this with an entry: one of a priority where it lies, one from elsewhere anywhere. */
export const mayWithPractice = (
  actor: Actor,
  permission: Permission,
  { neighbourhoodId }: Pick<PlacedPractice, "neighbourhoodId">,
): boolean => can(actor, permission, neighbourhoodId === null ? undefined : { neighbourhoodId });

/** Whether somebody may change an entry: once it is published, whoever may publish it. */
export const mayChangePractice = (
  actor: Actor,
  item: Pick<PlacedPractice, "neighbourhoodId" | "publishedAt">,
): boolean => mayWithPractice(actor, item.publishedAt === null ? "practice:write" : "practice:publish", item);

const overtaken = refused(
  "form",
  "Somebody else has changed this entry since you opened it. Read it again, then save yours. What you wrote is still in the form",
);

/** Makes one change of an entry in one transaction; null where the actor may not. */
export const changeItem = (
  { db, now }: PracticeDeps,
  actor: Actor,
  { slug, version }: ReadPractice,
  { action, mayDo }: { action: AuditAction; mayDo: (item: PlacedPractice) => boolean },
  change: (tx: Db, item: PlacedPractice) => Promise<Refused | null>,
): Promise<Change | null> =>
  withActor(db, actor, async (tx): Promise<Change | null> => {
    const item = await lockPractice(tx, slug);
    if (item === null || !mayDo(item)) return null;
    if (item.version !== version) return overtaken;
    const refusal = await change(tx, item);
    if (refusal !== null) return refusal;
    await recordAudit(tx, actor, now, {
      action,
      subjectKind: "practice",
      subjectId: item.id,
      neighbourhoodId: item.neighbourhoodId,
    });
    return { ok: true };
  });

/** The columns of an entry as it was typed. */
export const columnsOf = (wanted: WantedPractice) => ({
  ...wordsOf(wanted),
  title: wanted.title.trim(),
  problem: wanted.problem.trim(),
  response: wanted.response.trim(),
  outcome: wanted.outcome.trim(),
  evaluatedBy: writtenOrNull(wanted.evaluatedBy),
  transferNote: writtenOrNull(wanted.transferNote),
  contactRole: wanted.contactRole.trim(),
});

/** The year of this moment in London. */
export const yearOf = (now: Date): number => Number(londonDay(now).slice(0, 4));
