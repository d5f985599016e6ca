import { eq, sql } from "drizzle-orm";
import {
  readSettings as settingsOf,
  settingNames,
  type SettingName,
  type Settings,
} from "#app/domain/settings/settings.ts";
import { accounts } from "#db/schema/account.ts";
import { settings } from "#db/schema/setting.ts";
import type { Db } from "#db/types.ts";

// Names of older versions may still be stored; only bounds.
const mostStored = 4 * settingNames.length;

/** The figures in force: what this force has set, the platform's defaults elsewhere. */
export async function readSettings(db: Db): Promise<Settings> {
  const stored = await db
    .select({ key: settings.key, value: settings.value })
    .from(settings)
    .limit(mostStored);
  return settingsOf(new Map(stored.map(({ key, value }) => [key, value])));
}

/** Who set what, and when. */
export const listSettingChanges = (db: Db) =>
  db
    .select({ key: settings.key, changedAt: settings.changedAt, changedBy: accounts.name })
    .from(settings)
    .leftJoin(accounts, eq(accounts.id, settings.changedBy))
    .limit(mostStored);

/** Sets a figure, for all that begins afterwards. */
export async function storeSetting(
  tx: Db,
  name: SettingName,
  change: { value: number; changedAt: Date; changedBy: string | null },
): Promise<void> {
  await tx
    .insert(settings)
    .values({ key: name, ...change })
    .onConflictDoUpdate({ target: settings.key, set: change });
}

// Any constant that no other lock has.
const settingsLock = 7_203_105_2007;

/** Holds everybody else who would set a figure until the transaction ends. */
export async function lockSettings(tx: Db): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${settingsLock})`);
}
