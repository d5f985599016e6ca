import type { Actor } from "#app/domain/actor.ts";
import { done, refused, type Change } from "#app/domain/account/change.ts";
import { contactCentreKey, readTypedAddress } from "#app/domain/settings/contact-centre.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { readContactCentre, storeContactCentre } from "#db/queries/contact-centre.ts";
import { lockSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export interface WantedContactCentre {
  /** As it was typed; empty for nobody. */
  email: string;
  /** What it was when it was shown, empty for none: somebody else's change is not undone unseen. */
  shown: string;
}

/** Sets where alarms are mailed to. The record says that it was done, and not the address. */
export const changeContactCentre = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { email: typed, shown }: WantedContactCentre,
): Promise<Change> =>
  withActor(db, actor, async (tx) => {
    mustBeAllowed(actor, "setting:change");
    await lockSettings(tx);
    const read = readTypedAddress(typed);
    if (!read.ok) return refused("email", read.message);
    const before = await readContactCentre(tx);
    if ((before ?? "") !== shown)
      return refused("email", "Somebody changed this address meanwhile: look at it and change it again");
    if (before === read.email) return done;
    await storeContactCentre(tx, { email: read.email, changedAt: now, changedBy: actor.accountId });
    await recordAudit(tx, actor, now, {
      action: "setting.change",
      subjectKind: "setting",
      subjectId: contactCentreKey,
      details: { wasSet: before !== null, isSet: read.email !== null },
    });
    return done;
  });
