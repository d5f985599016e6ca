import { defaultPromiseSettings, type PromiseSettings } from "#app/domain/thread/promise.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";

/** The figures of the promise as this force sets them. */
export const readPromiseSettings = async (tx: Db): Promise<PromiseSettings> => ({
  ...defaultPromiseSettings,
  answerHours: (await readSettings(tx)).threadHours,
});
