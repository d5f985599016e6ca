import type { Actor } from "#app/domain/actor.ts";
import { refused, type Refused } from "#app/domain/account/change.ts";
import { problemsOfKey, type WantedKey } from "#app/domain/agency/agency-key.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import { insertAgencyKey, liveKeyNames } from "#db/queries/agency-key.ts";
import { lockAgency } from "#db/queries/agency-lead.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { hashOfAgencyKey, newAgencyKey } from "./agency-key.server.ts";

/** `key` is shown once; nobody can be told it again. */
export type KeyMade = { ok: true; key: string } | Refused;

/** Makes a key by which an agency's own system works the agency's actions. */
export const makeKey = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  code: string,
  wanted: WantedKey,
): Promise<KeyMade> =>
  withActor(db, actor, async (tx): Promise<KeyMade> => {
    mustBeAllowed(actor, "agency:manage");
    const agency = await lockAgency(tx, code);
    if (agency === null) return refused("form", "This agency is no longer there");
    if (agency.kind === "police")
      return refused("form", "The police work their actions here, and need no key");
    const today = londonDay(now);
    const errors = problemsOfKey(wanted, await liveKeyNames(tx, agency.id, today), today);
    if (errors.length > 0) return { ok: false, errors };
    const key = newAgencyKey();
    const keyId = await insertAgencyKey(tx, {
      agencyId: agency.id,
      name: wanted.name.trim(),
      hash: hashOfAgencyKey(key),
      madeBy: actor.accountId,
      madeAt: now,
      endsOn: wanted.endsOn,
    });
    await recordAudit(tx, actor, now, {
      action: "agency.make-key",
      subjectKind: "agency-key",
      subjectId: keyId,
      agencyId: agency.id,
      details: { endsOn: wanted.endsOn },
    });
    return { ok: true, key };
  });
