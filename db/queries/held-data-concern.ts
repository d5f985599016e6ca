import { desc, eq, sql, type SQL } from "drizzle-orm";
import { concernEvents, concerns, concernSupporters, concernTexts, diversions } from "#db/schema/concern.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { type HeldPart, mostRows, ownRows } from "./held-data.ts";

// Somebody has still to read these words, or another service to take them.
const isStillRead = sql`(${concerns.state} in ('submitted', 'triage', 'changed', 'appealed')
  or exists (select from ${diversions} where ${diversions.concernId} = ${concerns.id}
    and ${diversions.acknowledgedAt} is null))`;

const ownTexts = (accountId: string, condition: SQL) =>
  sql`${concernTexts.concernId} in (select ${concerns.id} from ${concerns}
    where ${concerns.raisedBy} = ${accountId} and ${condition})`;

/**
 * What a resident raised, in their own words. Erased, a concern is nobody's: its words go at once, but for those that
 * somebody has still to read, which go on the day set for them, as those of a concern raised without an account.
 */
export const heldConcerns: HeldPart = {
  tables: ["concerns", "concern_texts"],
  read: (db, { accountId }) =>
    db
      .select({
        reference: concerns.reference,
        neighbourhood: neighbourhoods.slug,
        category: concerns.category,
        state: concerns.state,
        raisedAt: concerns.raisedAt,
        longitude: concerns.lng,
        latitude: concerns.lat,
        words: concernTexts.words,
        place: concernTexts.placeWords,
        when: concernTexts.whenWords,
        effect: concernTexts.effectWords,
      })
      .from(concerns)
      .innerJoin(neighbourhoods, eq(neighbourhoods.id, concerns.neighbourhoodId))
      .leftJoin(concernTexts, eq(concernTexts.concernId, concerns.id))
      .where(eq(concerns.raisedBy, accountId))
      .orderBy(desc(concerns.raisedAt), desc(concerns.id))
      .limit(mostRows),
  erase: async (tx, { accountId }) => {
    await tx
      .update(concernTexts)
      .set({ words: null, placeWords: null, whenWords: null, effectWords: null, erasedAt: sql`now()` })
      .where(ownTexts(accountId, sql`not ${isStillRead}`));
    await tx.update(concerns).set({ raisedBy: null }).where(eq(concerns.raisedBy, accountId));
  },
};

/** Steps that a person took with concerns: raised, withdrew, appealed; for staff, decided. */
export const heldConcernSteps: HeldPart = {
  tables: ["concern_events"],
  read: (db, { accountId }) =>
    db
      .select({ concern: concerns.reference, at: concernEvents.at, line: concernEvents.line })
      .from(concernEvents)
      .innerJoin(concerns, eq(concerns.id, concernEvents.concernId))
      .where(eq(concernEvents.actorId, accountId))
      .orderBy(desc(concernEvents.at), desc(concernEvents.id))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx.update(concernEvents).set({ actorId: null }).where(eq(concernEvents.actorId, accountId)),
};

export const heldSupport: HeldPart = {
  ...ownRows(concernSupporters, {}),
  read: (db, { accountId }) =>
    db
      .select({ concern: concerns.reference, since: concernSupporters.at })
      .from(concernSupporters)
      .innerJoin(concerns, eq(concerns.id, concernSupporters.concernId))
      .where(eq(concernSupporters.accountId, accountId))
      .limit(mostRows),
};
