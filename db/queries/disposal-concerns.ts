import { and, inArray, isNotNull, isNull, lt, lte, or, sql, type SQL } from "drizzle-orm";
import { concernStates, divertedStates, isEnded } from "#app/domain/concern/states.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { concerns, concernSupporters, concernTexts, diversions } from "#db/schema/concern.ts";
import type { Db } from "#db/types.ts";
import { disposal, instant, type Moment } from "./disposal.ts";

const endStates = concernStates.filter(isEnded);

const hasRaisers = or(
  isNotNull(concerns.raisedBy),
  sql`exists (select from ${concernSupporters} where ${concernSupporters.concernId} = ${concerns.id})`,
);

/** Takes from closed concerns whose they were; our own summary, and how many they were, stay. */
async function forgetRaisers(tx: Db, concernIds: string[]): Promise<void> {
  await tx.delete(concernSupporters).where(inArray(concernSupporters.concernId, concernIds));
  await tx.update(concerns).set({ raisedBy: null }).where(inArray(concerns.id, concernIds));
}

/** What is kept of residents' concerns. */
export const concernDisposals = {
  "concern-words": disposal(
    concernTexts,
    sql`${concernTexts.concernId}`,
    ({ now }) => and(isNull(concernTexts.erasedAt), lte(concernTexts.eraseOn, londonDay(now))),
    (tx, keys, { now }) =>
      tx
        .update(concernTexts)
        .set({ words: null, placeWords: null, whenWords: null, effectWords: null, erasedAt: now })
        .where(inArray(concernTexts.concernId, keys)),
  ),
  "diverted-texts": disposal(
    concernTexts,
    sql`${concernTexts.concernId}`,
    isHandedOver,
    (tx, keys, { now }) =>
      tx
        .update(concernTexts)
        .set({ words: null, placeWords: null, whenWords: null, effectWords: null, erasedAt: now })
        .where(inArray(concernTexts.concernId, keys)),
  ),
  diversions: disposal(
    diversions,
    sql`${diversions.concernId}`,
    ({ since }) => lt(diversions.acknowledgedAt, since),
    (tx, keys) => tx.delete(diversions).where(inArray(diversions.concernId, keys)),
  ),
  "concern-raisers": disposal(
    concerns,
    sql`${concerns.id}`,
    ({ since }) => and(inArray(concerns.state, endStates), lt(concerns.changedAt, since), hasRaisers),
    forgetRaisers,
  ),
};

/** Another service has it since then, and it is no concern of ours any more. */
function isHandedOver({ since }: Moment): SQL | undefined {
  return and(
    isNull(concernTexts.erasedAt),
    sql`exists (select from ${diversions} where ${diversions.concernId} = ${concernTexts.concernId}
          and ${diversions.acknowledgedAt} < ${instant(since)})`,
    sql`exists (select from ${concerns} where ${concerns.id} = ${concernTexts.concernId}
          and ${inArray(concerns.state, [...divertedStates])})`,
  );
}
