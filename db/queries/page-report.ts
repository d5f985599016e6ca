import { and, asc, desc, eq, inArray, or, sql } from "drizzle-orm";
import type { Scope } from "#app/domain/actor.ts";
import { pageReports } from "#db/schema/page-report.ts";
import type { ReportableKind } from "#app/domain/page-report/page-report.ts";
import type { Db } from "#db/types.ts";

export type PageReport = typeof pageReports.$inferSelect;
type NewPageReport = typeof pageReports.$inferInsert;

/** Adds a report; its id, or null where its reference is taken. */
export async function insertPageReport(tx: Db, report: NewPageReport): Promise<string | null> {
  const [added] = await tx
    .insert(pageReports)
    .values(report)
    .onConflictDoNothing({ target: pageReports.reference })
    .returning({ id: pageReports.id });
  return added?.id ?? null;
}

/** A report that the scope of the transaction shows, or null. */
export async function findPageReport(db: Db, reference: string): Promise<PageReport | null> {
  const [report] = await db.select().from(pageReports).where(eq(pageReports.reference, reference)).limit(1);
  return report ?? null;
}

/** As `findPageReport`, held until the transaction ends. */
export async function lockPageReport(tx: Db, reference: string): Promise<PageReport | null> {
  const [report] = await tx
    .select()
    .from(pageReports)
    .where(eq(pageReports.reference, reference))
    .limit(1)
    .for("update");
  return report ?? null;
}

export async function updatePageReport(tx: Db, id: string, changes: Partial<NewPageReport>): Promise<void> {
  await tx.update(pageReports).set(changes).where(eq(pageReports.id, id));
}

// Nobody's words: a list is read over a shoulder.
const listColumns = {
  reference: pageReports.reference,
  neighbourhoodId: pageReports.neighbourhoodId,
  kind: pageReports.kind,
  path: pageReports.path,
  state: pageReports.state,
  problem: pageReports.problem,
  reportedAt: pageReports.reportedAt,
  dueAt: pageReports.dueAt,
  decidedBy: pageReports.decidedBy,
};
const isWaiting = inArray(pageReports.state, ["received", "appealed"]);

const isInScope = ({ isForce, neighbourhoodIds }: Scope) =>
  isForce ? undefined : inArray(pageReports.neighbourhoodId, [...neighbourhoodIds]);

/** The reports within either of two scopes. */
const isInEither = (scopes: readonly Scope[]) =>
  scopes.some(({ isForce }) => isForce)
    ? undefined
    : scopes.length === 0
      ? sql`false`
      : or(...scopes.map(isInScope));

/** Reports and appeals within the scopes that wait for a decision, the most urgent first. */
export const listWaitingReports = (db: Db, scopes: readonly Scope[], limit: number) =>
  db
    .select(listColumns)
    .from(pageReports)
    .where(and(isWaiting, isInEither(scopes)))
    .orderBy(asc(pageReports.dueAt), asc(pageReports.id))
    .limit(limit);

export type ListedReport = Awaited<ReturnType<typeof listWaitingReports>>[number];

/** Reports within the scopes that are decided, the latest first. */
export const listDecidedReports = (db: Db, scopes: readonly Scope[], limit: number) =>
  db
    .select(listColumns)
    .from(pageReports)
    .where(and(sql`not ${isWaiting}`, isInEither(scopes)))
    .orderBy(desc(pageReports.decidedAt), desc(pageReports.id))
    .limit(limit);

/** What an account reported about one item, the latest first. */
export const listOwnReports = (
  db: Db,
  accountId: string,
  { kind, id }: { kind: ReportableKind; id: string },
  limit: number,
) =>
  db
    .select({
      reference: pageReports.reference,
      state: pageReports.state,
      reasonCode: pageReports.reasonCode,
      reportedAt: pageReports.reportedAt,
    })
    .from(pageReports)
    .where(
      and(eq(pageReports.reportedBy, accountId), eq(pageReports.kind, kind), eq(pageReports.subjectId, id)),
    )
    .orderBy(desc(pageReports.reportedAt), desc(pageReports.id))
    .limit(limit);
