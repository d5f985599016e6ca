import type { AuditFilter, AuditLine } from "#app/domain/account/audit-filter.ts";
import { londonDayEnd, londonMidnight } from "#app/domain/account/day-words.ts";
import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import { namesOf, searchAudit, type AuditRow } from "#db/queries/audit-search.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";

/** Rows of the record that the actor may read, the newest first, with the names that are for them. */
export async function auditLines(
  tx: Db,
  actor: Actor,
  { fromDay, toDay, ...search }: AuditFilter,
  page: { belowNumber: number | null; limit: number },
): Promise<AuditLine[]> {
  const scope = scopeOf(actor, "audit:read");
  if (scope === null) throw new Error("An actor without audit:read came to a service.");
  const rows = await searchAudit(
    tx,
    scope,
    {
      ...search,
      from: fromDay === null ? null : londonMidnight(fromDay),
      before: toDay === null ? null : londonDayEnd(toDay),
    },
    page,
  );
  const ids = new Set(rows.flatMap(({ actorId, ...row }) => [actorId, accountSubject(row)]));
  const accountIds = [...ids].filter((id) => id !== null);
  // Colleagues are known to everyone at work; who a partner's or a panel's people are is for those who keep them.
  const names = await namesOf(tx, accountIds, can(actor, "person:read") ? ["staff", "member"] : ["staff"]);
  const places = new Map((await placementsInForce(tx)).map((one) => [one.neighbourhoodId, one.name]));
  return rows.map((row) => lineOf(row, names, places));
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const accountSubject = ({ subjectKind, subjectId }: Pick<AuditRow, "subjectKind" | "subjectId">) =>
  subjectKind === "account" && subjectId !== null && uuid.test(subjectId) ? subjectId : null;

function lineOf(
  row: AuditRow,
  names: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, string>,
): AuditLine {
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  return {
    number: row.number,
    at: row.at,
    action: row.action,
    actorKind: row.actorKind,
    actorId: row.actorId,
    subjectKind: row.subjectKind,
    subjectId: row.subjectId,
    neighbourhoodId: row.neighbourhoodId,
    reason: row.reason,
    requestId: row.requestId,
    actorName: nameOf(row.actorId),
    subjectName: nameOf(accountSubject(row)),
    neighbourhoodName: row.neighbourhoodId === null ? null : (places.get(row.neighbourhoodId) ?? null),
    details: plainDetails(row.details),
  };
}

/** Only what a detail may be: anything else is left out. */
function plainDetails(details: unknown): AuditLine["details"] {
  if (typeof details !== "object" || details === null) return {};
  return Object.fromEntries(
    Object.entries(details).flatMap(([key, value]: [string, unknown]) =>
      value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? [[key, value] as const]
        : [],
    ),
  );
}
