import { count, sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/types.ts";

/** When something is kept since, and when it is now. */
export interface Moment {
  since: Date;
  now: Date;
}

/** How one rule is carried out. `dispose` takes at most `limit` and says how many it took. */
export interface Disposal {
  count: (db: Db, moment: Moment) => Promise<number>;
  dispose: (tx: Db, moment: Moment, limit: number) => Promise<number>;
}

/** Rows of `table` for which `due` holds, each with its key: counted, or changed by `act` in one batch. */
export function disposal(
  table: PgTable,
  key: SQL,
  due: (moment: Moment) => SQL | undefined,
  act: (tx: Db, keys: string[], moment: Moment) => Promise<unknown>,
): Disposal {
  return {
    count: async (db, moment) => {
      const [found] = await db.select({ rows: count() }).from(table).where(due(moment));
      return found?.rows ?? 0;
    },
    dispose: async (tx, moment, limit) => {
      const found = await tx
        .select({ key: sql<string>`${key}::text` })
        .from(table)
        .where(due(moment))
        .orderBy(key)
        .limit(limit)
        .for("update");
      const keys = found.map(({ key }) => key);
      if (keys.length > 0) await act(tx, keys, moment);
      return keys.length;
    },
  };
}

export const instant = (at: Date) => sql`${at.toISOString()}::timestamptz`;
export const isPast = (end: SQL, { since }: Moment) => sql`${end} < ${instant(since)}`;
