import { sql } from "drizzle-orm";
import { join } from "node:path";
import { openDatabase } from "#db/client.ts";
import { rowsOf } from "#db/queries/rows.ts";
import type { Db } from "#db/types.ts";

/** The same database through twenty connections of a real server; the embedded database has one. */
export async function openCrowd(db: Db): Promise<{ dbs: readonly Db[]; close: () => Promise<void> }> {
  const url = process.env["TEST_DATABASE_URL"] ?? "";
  if (url === "") return { dbs: [db], close: () => Promise.resolve() };
  const [own] = rowsOf<{ name: string }>(await db.execute(sql`select current_database() as name`));
  const address = new URL(url);
  address.pathname = `/${own?.name ?? ""}`;
  const migrationsFolder = join(import.meta.dirname, "../../db/migrations");
  // Each opens ten.
  const opened = [
    await openDatabase({ url: address.href, dataDir: "", migrationsFolder }),
    await openDatabase({ url: address.href, dataDir: "", migrationsFolder }),
  ];
  return {
    dbs: opened.map((each) => each.db),
    close: async () => {
      for (const each of opened) await each.close();
    },
  };
}
