import { eq, getTableName, sql, type SQL } from "drizzle-orm";
import type { PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/types.ts";

/** Whose data: an account, and its address where it has one. */
export interface HeldOf {
  accountId: string;
  email: string | null;
  emailKey: string | null;
  /** Their keys in the votes whose ballots can still be told to be somebody's. */
  voterKeys: readonly { cycleId: string; voterKey: string }[];
}

/** One kind of data about a person, from the tables named. Secrets of ours (hashes, seals) are no part of it. */
export interface HeldPart {
  tables: readonly string[];
  read: (db: Db, of: HeldOf) => Promise<unknown>;
  /** Takes away all that says who the person was. */
  erase: (tx: Db, of: HeldOf) => Promise<unknown>;
}

/** Far more than anybody has; bounds the file. */
export const mostRows = 10_000;

type OwnTable = PgTable & { accountId: PgColumn };

/** Rows that name an account in `account_id`, whole in the file but for the columns left out, deleted at erasure. */
export const ownRows = (table: OwnTable, columns: Record<string, PgColumn>): HeldPart => ({
  tables: [getTableName(table)],
  read: (db, { accountId }) =>
    db.select(columns).from(table).where(eq(table.accountId, accountId)).limit(mostRows),
  erase: (tx, { accountId }) => tx.delete(table).where(eq(table.accountId, accountId)),
});

/** Condition on a column that holds the key of the person's address; nothing where there is no address. */
export const isOfAddress = (column: PgColumn, { emailKey }: HeldOf): SQL =>
  emailKey === null ? sql`false` : eq(column, emailKey);
