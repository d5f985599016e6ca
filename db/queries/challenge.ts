import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { ChallengePurpose } from "#app/domain/member/member.ts";
import { challenges } from "#db/schema/session.ts";
import type { Db } from "#db/types.ts";

export type Challenge = typeof challenges.$inferSelect;

/** Which step is looked for: of one browser, and of one account or value where given. */
export interface WantedChallenge {
  purpose: ChallengePurpose;
  browserHash: string;
  accountId?: string;
  value?: string;
}

export async function insertChallenge(tx: Db, values: typeof challenges.$inferInsert): Promise<void> {
  await tx.insert(challenges).values(values);
}

const isOpen = (now: Date) => and(isNull(challenges.usedAt), gt(challenges.expiresAt, now));

/** The last step of this kind that this browser began and has not ended, or null. */
export async function findChallenge(db: Db, wanted: WantedChallenge, now: Date): Promise<Challenge | null> {
  const { purpose, browserHash, accountId, value } = wanted;
  const [found] = await db
    .select()
    .from(challenges)
    .where(
      and(
        eq(challenges.purpose, purpose),
        eq(challenges.browserHash, browserHash),
        accountId === undefined ? undefined : eq(challenges.accountId, accountId),
        value === undefined ? undefined : eq(challenges.value, value),
        isOpen(now),
      ),
    )
    .orderBy(desc(challenges.expiresAt), desc(challenges.id))
    .limit(1);
  return found ?? null;
}

/** Uses a step up; false for all but the first who asks, and once its time is over. */
export async function useUpChallenge(tx: Db, id: string, now: Date): Promise<boolean> {
  const used = await tx
    .update(challenges)
    .set({ usedAt: now })
    .where(and(eq(challenges.id, id), isOpen(now)))
    .returning({ id: challenges.id });
  return used.length > 0;
}

/** Counts one more try at an open step: which one it is, or null when there are none left. Others wait until the transaction ends. */
export async function takeTry(tx: Db, id: string, mostTries: number, now: Date): Promise<number | null> {
  const [taken] = await tx
    .update(challenges)
    .set({ tries: sql`${challenges.tries} + 1` })
    .where(and(eq(challenges.id, id), lt(challenges.tries, mostTries), isOpen(now)))
    .returning({ tries: challenges.tries });
  return taken?.tries ?? null;
}
