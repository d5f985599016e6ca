import { and, desc, eq, inArray, lt } from "drizzle-orm";
import type { RunnerNames } from "#app/domain/engagement/version-lines.ts";
import type { VersionWords } from "#app/domain/engagement/version.ts";
import { agencies } from "#db/schema/agency.ts";
import { engagementVersions } from "#db/schema/engagement.ts";
import type { Db } from "#db/types.ts";
import { staffNames } from "./concern-triage.ts";

export type EngagementVersion = typeof engagementVersions.$inferSelect;

export const insertEngagementVersion = (tx: Db, values: typeof engagementVersions.$inferInsert) =>
  tx.insert(engagementVersions).values(values);

/** The last versions of an engagement plan below one, the latest first. Only staff see any. */
export const listEngagementVersions = (
  db: Db,
  planId: string,
  { below, limit }: { below: number | null; limit: number },
): Promise<EngagementVersion[]> =>
  db
    .select()
    .from(engagementVersions)
    .where(
      and(
        eq(engagementVersions.planId, planId),
        below === null ? undefined : lt(engagementVersions.version, below),
      ),
    )
    .orderBy(desc(engagementVersions.version))
    .limit(limit);

/** The names of whoever runs the activities of these versions, by id. */
export async function runnerNames(db: Db, versions: readonly VersionWords[]): Promise<RunnerNames> {
  const activities = versions.flatMap((words) => words.activities);
  const people = await staffNames(
    db,
    activities.map(({ ownerId }) => ownerId),
  );
  const ids = [...new Set(activities.flatMap(({ agencyId }) => agencyId ?? []))];
  if (ids.length === 0) return people;
  const partners = await db
    .select({ id: agencies.id, name: agencies.name })
    .from(agencies)
    .where(inArray(agencies.id, ids))
    .limit(ids.length);
  return new Map([...people, ...partners.map(({ id, name }) => [id, name] as const)]);
}
