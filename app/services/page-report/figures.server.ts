import { defaultSettings, type Settings } from "#app/domain/settings/settings.ts";
import type { Db } from "#db/types.ts";

/** The figures in force. */
export const figuresIn = (_tx: Db): Promise<Settings> => Promise.resolve(defaultSettings);
