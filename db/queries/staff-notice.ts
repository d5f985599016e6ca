import { and, asc, desc, eq, gt, inArray, isNull, max, sql } from "drizzle-orm";
import type { StaffPace } from "#app/domain/following/following.ts";
import { staffNotices, staffPreferences } from "#db/schema/following.ts";
import type { Db } from "#db/types.ts";

/** Something that is a member of staff's to do. `line` is ours: a reference and what to do. */
export interface StaffNotice {
  at: Date;
  kind: "new" | "late" | "escalated";
  line: string;
  path: string;
}

export async function insertStaffNotices(
  tx: Db,
  accountIds: readonly string[],
  notice: StaffNotice,
): Promise<void> {
  const to = [...new Set(accountIds)];
  if (to.length > 0) await tx.insert(staffNotices).values(to.map((accountId) => ({ accountId, ...notice })));
}

/** As `insertStaffNotices`, of many things in one statement. */
export async function insertNoticesOfEach(
  tx: Db,
  notices: readonly (StaffNotice & { accountId: string })[],
): Promise<void> {
  if (notices.length > 0) await tx.insert(staffNotices).values([...notices]);
}

/** Whoever said nothing is told as it happens. */
const usualPace: StaffPace = "each";

export async function paceOf(db: Db, accountId: string): Promise<StaffPace> {
  const [chosen] = await db
    .select({ pace: staffPreferences.pace })
    .from(staffPreferences)
    .where(eq(staffPreferences.accountId, accountId));
  return chosen?.pace ?? usualPace;
}

/** Keeps how somebody is told. A daily digest begins with the next morning. */
export async function setStaffPace(tx: Db, accountId: string, pace: StaffPace, now: Date): Promise<void> {
  await tx
    .insert(staffPreferences)
    .values({ accountId, pace, digestSentAt: now })
    .onConflictDoUpdate({ target: staffPreferences.accountId, set: { pace, digestSentAt: now } });
}

const mostPressing = sql`case ${staffNotices.kind} when 'escalated' then 0 when 'late' then 1 else 2 end`;

/** Somebody's own notices since a moment: escalated and late ones first where `isPressingFirst`, else the latest first. */
export const listNotices = (
  db: Db,
  accountId: string,
  { since, isPressingFirst, limit }: { since: Date; isPressingFirst: boolean; limit: number },
) =>
  db
    .select({
      id: staffNotices.id,
      at: staffNotices.at,
      kind: staffNotices.kind,
      line: staffNotices.line,
      path: staffNotices.path,
    })
    .from(staffNotices)
    .where(and(eq(staffNotices.accountId, accountId), gt(staffNotices.at, since)))
    .orderBy(...(isPressingFirst ? [asc(mostPressing)] : []), desc(staffNotices.at), desc(staffNotices.id))
    .limit(limit);

/** When somebody was last told of each of these pages; a page of which nobody was told is not in it. */
export async function lastToldOf(db: Db, paths: readonly string[]): Promise<Map<string, Date>> {
  if (paths.length === 0) return new Map();
  const rows = await db
    .select({ path: staffNotices.path, at: max(staffNotices.at) })
    .from(staffNotices)
    .where(inArray(staffNotices.path, [...paths]))
    .groupBy(staffNotices.path)
    .limit(paths.length);
  return new Map(rows.flatMap(({ path, at }) => (at === null ? [] : [[path, at]])));
}

/** Accounts with notices that are due to be told: those of a daily digest only when none went out since `digestSince`. */
export async function listToTell(db: Db, digestSince: Date, limit: number): Promise<string[]> {
  const rows = await db
    .selectDistinct({ accountId: staffNotices.accountId })
    .from(staffNotices)
    .leftJoin(staffPreferences, eq(staffPreferences.accountId, staffNotices.accountId))
    .where(
      and(
        isNull(staffNotices.toldAt),
        sql`(${staffPreferences.pace} is distinct from 'daily'
          or coalesce(${staffPreferences.digestSentAt}, '-infinity') < ${digestSince.toISOString()}::timestamptz)`,
      ),
    )
    .orderBy(staffNotices.accountId)
    .limit(limit);
  return rows.map(({ accountId }) => accountId);
}

/** Locks the oldest untold notices of an account that no other process has. */
export const lockUntoldNotices = (tx: Db, accountId: string, limit: number) =>
  tx
    .select({ id: staffNotices.id, line: staffNotices.line, path: staffNotices.path })
    .from(staffNotices)
    .where(and(eq(staffNotices.accountId, accountId), isNull(staffNotices.toldAt)))
    .orderBy(asc(staffNotices.at), asc(staffNotices.id))
    .limit(limit)
    .for("update", { skipLocked: true });

export async function markNoticesTold(tx: Db, ids: readonly string[], now: Date): Promise<void> {
  await tx
    .update(staffNotices)
    .set({ toldAt: now })
    .where(inArray(staffNotices.id, [...ids]));
}

export async function markDigestSent(tx: Db, accountId: string, now: Date): Promise<void> {
  await tx
    .update(staffPreferences)
    .set({ digestSentAt: now })
    .where(eq(staffPreferences.accountId, accountId));
}
