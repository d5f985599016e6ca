import { and, desc, eq, gte, inArray, lt, type SQL } from "drizzle-orm";
import type { AccountKind } from "#app/domain/account/account.ts";
import type { Scope } from "#app/domain/actor.ts";
import { accounts } from "#db/schema/account.ts";
import { auditEvents } from "#db/schema/audit.ts";
import type { Db } from "#db/types.ts";

/** What of the record is looked for; a part that is null or left out narrows nothing. */
export interface AuditSearch {
  /** From this moment, and before that one. */
  from?: Date | null;
  before?: Date | null;
  action?: string | null;
  actorId?: string | null;
  subjectId?: string | null;
  neighbourhoodId?: string | null;
}

const columns = {
  number: auditEvents.number,
  at: auditEvents.at,
  action: auditEvents.action,
  actorKind: auditEvents.actorKind,
  actorId: auditEvents.actorId,
  subjectKind: auditEvents.subjectKind,
  subjectId: auditEvents.subjectId,
  neighbourhoodId: auditEvents.neighbourhoodId,
  agencyId: auditEvents.agencyId,
  reason: auditEvents.reason,
  requestId: auditEvents.requestId,
  details: auditEvents.details,
};

const inScope = ({ isForce, neighbourhoodIds }: Scope): SQL | undefined =>
  isForce ? undefined : inArray(auditEvents.neighbourhoodId, [...neighbourhoodIds]);

/** Rows of the audit record within a reader's scope, the newest first; `belowNumber` begins a later page. */
export const searchAudit = (
  db: Db,
  scope: Scope,
  { from, before, action, actorId, subjectId, neighbourhoodId }: AuditSearch,
  { belowNumber, limit }: { belowNumber: number | null; limit: number },
) =>
  db
    .select(columns)
    .from(auditEvents)
    .where(
      and(
        inScope(scope),
        from == null ? undefined : gte(auditEvents.at, from),
        before == null ? undefined : lt(auditEvents.at, before),
        action == null ? undefined : eq(auditEvents.action, action),
        actorId == null ? undefined : eq(auditEvents.actorId, actorId),
        subjectId == null ? undefined : eq(auditEvents.subjectId, subjectId),
        neighbourhoodId == null ? undefined : eq(auditEvents.neighbourhoodId, neighbourhoodId),
        belowNumber === null ? undefined : lt(auditEvents.number, belowNumber),
      ),
    )
    .orderBy(desc(auditEvents.number))
    .limit(limit);

export type AuditRow = Awaited<ReturnType<typeof searchAudit>>[number];

/** The names of those of some accounts that have one, by id. */
export async function namesOf(
  db: Db,
  ids: readonly string[],
  kinds: readonly AccountKind[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(and(inArray(accounts.id, [...ids]), inArray(accounts.kind, [...kinds])));
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}
