import { defaultSettings, type Settings } from "#app/domain/settings/settings.ts";
import type { Db } from "#db/types.ts";

/** The figures of a vote that this force has set. */
export const voteSettings = (_db: Db): Promise<Settings> => Promise.resolve(defaultSettings);
