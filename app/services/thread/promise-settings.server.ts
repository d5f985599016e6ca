import { defaultSettings } from "#app/domain/settings/settings.ts";
import { defaultPromiseSettings, type PromiseSettings } from "#app/domain/thread/promise.ts";
import type { Db } from "#db/types.ts";

/** The figures of the promise as this force sets them. */
export const readPromiseSettings = (_tx: Db): Promise<PromiseSettings> =>
  Promise.resolve({ ...defaultPromiseSettings, answerHours: defaultSettings.threadHours });
