import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { isSettingValue, settingDefinitions, type SettingName } from "#app/domain/settings/settings.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { lockSettings, readSettings, storeSetting } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface WantedSetting {
  name: SettingName;
  value: number;
  /** What it was when it was shown: somebody else's change is not undone unseen. */
  shown: number;
}

/** Sets one figure for this force. What is under way keeps the figures that it began with. */
export const changeSetting = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { name, value, shown }: WantedSetting,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "setting:change");
    await lockSettings(tx);
    const { minimum, maximum } = settingDefinitions[name];
    if (!isSettingValue(name, value)) {
      return refused("value", `Enter a whole number from ${minimum} to ${maximum}`);
    }
    const before = (await readSettings(tx))[name];
    if (before !== shown) {
      return refused("value", `Somebody set this to ${before} meanwhile: look at it and change it again`);
    }
    if (before === value) return done;
    await storeSetting(tx, name, { value, changedAt: now, changedBy: actor.accountId });
    await recordAudit(tx, actor, now, {
      action: "setting.change",
      subjectKind: "setting",
      subjectId: name,
      details: { before, after: value },
    });
    return done;
  });
