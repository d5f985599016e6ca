import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { CodePurpose } from "#app/domain/code/code.ts";
import { emailCodes } from "#db/schema/session.ts";
import type { Db } from "#db/types.ts";

/** Whom a code was sent to, for what, and in which browser it works. */
export interface CodeHolder {
  purpose: CodePurpose;
  emailKey: string;
  browserHash: string;
}

const heldBy = ({ purpose, emailKey, browserHash }: CodeHolder) =>
  and(
    eq(emailCodes.emailKey, emailKey),
    eq(emailCodes.browserHash, browserHash),
    eq(emailCodes.purpose, purpose),
  );

export async function insertCode(tx: Db, values: typeof emailCodes.$inferInsert): Promise<void> {
  await tx.insert(emailCodes).values(values);
}

/** Ends what is still good of this address in this browser: a new code takes its place. */
export async function endCodesOf(tx: Db, holder: CodeHolder, now: Date): Promise<void> {
  await tx
    .update(emailCodes)
    .set({ expiresAt: now })
    .where(and(heldBy(holder), isNull(emailCodes.usedAt), gt(emailCodes.expiresAt, now)));
}

/** The id of the last code of this address in this browser, good or not; null where there was none. */
export async function findLastCode(db: Db, holder: CodeHolder): Promise<string | null> {
  const [found] = await db
    .select({ id: emailCodes.id })
    .from(emailCodes)
    .where(heldBy(holder))
    .orderBy(desc(emailCodes.createdAt), desc(emailCodes.id))
    .limit(1);
  return found?.id ?? null;
}

/**
 * Takes one of a code's tries and redeems the code where the hash is right, in one statement: however many come at
 * once, so many are looked at as there are tries, and one redeems. Null when the code is used, expired or out of tries.
 */
export async function tryCode(
  tx: Db,
  { id, codeHash, mostTries }: { id: string; codeHash: string; mostTries: number },
  now: Date,
): Promise<{ isRight: boolean } | null> {
  const [tried] = await tx
    .update(emailCodes)
    .set({
      tries: sql`${emailCodes.tries} + 1`,
      usedAt: sql`case when ${emailCodes.codeHash} = ${codeHash} then ${now.toISOString()}::timestamptz end`,
    })
    .where(
      and(
        eq(emailCodes.id, id),
        isNull(emailCodes.usedAt),
        gt(emailCodes.expiresAt, now),
        lt(emailCodes.tries, mostTries),
      ),
    )
    .returning({ usedAt: emailCodes.usedAt });
  return tried === undefined ? null : { isRight: tried.usedAt !== null };
}
