import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { z } from "zod";
import { migrationsFolder } from "#app/server/package-root.ts";
import { rowsOf } from "#db/queries/rows.ts";
import type { Db } from "#db/types.ts";

const journalSchema = z.looseObject({
  entries: z.array(z.looseObject({ idx: z.number(), when: z.number(), tag: z.string() })),
});

/** Folders of migrations of three versions of the platform, and what is known of them. */
export interface Versions {
  /** The first migration only. */
  older: string;
  olderHash: string;
  /** All of this version, and one more, which takes a second and adds forces.upgraded_by_test. */
  newer: string;
  newerCount: number;
  /** As `newer`, then one that fails. */
  failing: string;
}

/** Writes the three under `folder`. */
export function writeVersions(folder: string): Versions {
  const journal = journalSchema.parse(
    JSON.parse(readFileSync(join(migrationsFolder, "meta/_journal.json"), "utf8")),
  );
  const write = (name: string, count: number, more: readonly string[]) => {
    const path = join(folder, name);
    const entries = journal.entries.slice(0, count);
    mkdirSync(join(path, "meta"), { recursive: true });
    for (const { tag } of entries) cpSync(join(migrationsFolder, `${tag}.sql`), join(path, `${tag}.sql`));
    for (const statement of more) {
      const idx = entries.length;
      const tag = `${String(idx).padStart(4, "0")}_test`;
      writeFileSync(join(path, `${tag}.sql`), statement);
      entries.push({ version: "7", breakpoints: true, idx, when: (entries.at(-1)?.when ?? 0) + 1, tag });
    }
    writeFileSync(join(path, "meta/_journal.json"), JSON.stringify({ ...journal, entries }));
    return path;
  };
  const all = journal.entries.length;
  const addColumn =
    "alter table forces add column upgraded_by_test text;\n--> statement-breakpoint\nselect pg_sleep(1);";
  const older = write("older", 1, []);
  return {
    older,
    olderHash: readMigrationFiles({ migrationsFolder: older }).at(-1)?.hash ?? "",
    newer: write("newer", all, [addColumn]),
    newerCount: all + 1,
    failing: write("failing", all, [addColumn, "select 1 / 0;"]),
  };
}

/** How many migrations a database says it has had. */
export async function appliedMigrations(db: Db): Promise<number> {
  const [row] = rowsOf<{ n: number }>(
    await db.execute(sql`select count(*)::int as n from drizzle.__drizzle_migrations`),
  );
  return row?.n ?? 0;
}

/** Writes one force as the first migration has the table. */
export async function addForce(db: Db): Promise<void> {
  await db.execute(sql`
    insert into forces (slug, name, short_name, oversight_body_name, telephone, is_demonstration)
    values ('testshire', 'Testshire Police', 'Testshire', 'Testshire Panel', '101', false)`);
}
