import { problemsOfDefinition, rulesOf, type WantedDefinition } from "#app/domain/abstraction/adoption.ts";
import { addMonths } from "#app/domain/abstraction/month.ts";
import type { Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { mustBeAllowed } from "#app/services/account/must-be-allowed.ts";
import {
  insertDefinition,
  listFiguredMonths,
  lockLatestDefinition,
} from "#db/queries/abstraction-definition.ts";
import { holdAllFigures, renewFigures } from "#db/queries/abstraction-figures.ts";
import { recordAudit } from "#db/queries/audit.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

export type Adopted = { ok: true; version: number } | Refused;

const monthsBothWays = 12;

/**
 * Adopts a further version of the definition. What was published stays as it was; the year before the version is worked
 * out with it as well, so that the break in the series can be seen.
 */
export const adoptDefinition = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  wanted: WantedDefinition,
): Promise<Adopted> =>
  withActor(db, actor, async (tx): Promise<Adopted> => {
    mustBeAllowed(actor, "abstraction:define");
    // First, as all who keep figures do; and whoever waits for it then knows the new version.
    await holdAllFigures(tx);
    const latest = await lockLatestDefinition(tx);
    const errors = problemsOfDefinition(wanted, { today: londonDay(now), latestFrom: latest.effectiveFrom });
    if (errors.length > 0) return { ok: false, errors };
    const { effectiveFrom, agreedOn, consultedOn } = wanted;
    const version = latest.version + 1;
    const rules = rulesOf(wanted.codes);
    await insertDefinition(
      tx,
      {
        version,
        words: wanted.words.trim(),
        notes: wanted.notes.trim(),
        effectiveFrom,
        agreedBy: [...wanted.agreedBy],
        agreedOn,
        consultedOn,
        change: wanted.change.trim(),
        adoptedAt: now,
        adoptedBy: actor.accountId,
      },
      rules,
    );
    const months = await listFiguredMonths(tx, addMonths(effectiveFrom, -monthsBothWays));
    await renewFigures(tx, { months, neighbourhoodIds: null });
    await recordAudit(tx, actor, now, {
      action: "abstraction.define",
      subjectKind: "abstraction-definition",
      subjectId: String(version),
      details: { version, effectiveFrom, codes: rules.length, months: months.length },
    });
    return { ok: true, version };
  });
