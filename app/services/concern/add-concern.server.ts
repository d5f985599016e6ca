import { randomInt } from "node:crypto";
import { workingDeadline } from "#app/domain/calendar/clock.ts";
import type { ConcernCategory } from "#app/domain/concern/categories.ts";
import type { Judgement } from "#app/domain/concern/judge-words.ts";
import type { ConcernSource } from "#app/domain/concern/sources.ts";
import { lineToRaiser } from "#app/domain/concern/words.ts";
import { wordsGoOn } from "#app/domain/concern/words-kept.ts";
import { referenceCount, referenceOf } from "#app/domain/reference/reference.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import {
  findConcernReference,
  insertConcern,
  insertConcernEvent,
  insertConcernWords,
  type ConcernWords,
} from "#db/queries/concern.ts";
import type { Db } from "#db/types.ts";

export interface NewConcern {
  /** Made when the form was shown, so that a form sent twice is one concern. */
  id: string;
  neighbourhoodId: string;
  category: ConcernCategory;
  words: ConcernWords;
  position: { lng: number; lat: number } | null;
}

/** How a concern came to us. */
export interface Origin {
  raisedBy: string | null;
  source: ConcernSource;
  /** Staff who entered it for somebody. */
  enteredBy: string | null;
}

const mostAttempts = 20;

/** Adds a concern with its words and the first line of its history; one form sent twice is one concern. */
export async function addConcern(
  tx: Db,
  now: Date,
  asked: NewConcern,
  judged: Judgement,
  { raisedBy, source, enteredBy }: Origin,
): Promise<{ reference: string; isNew: boolean }> {
  const { id, neighbourhoodId, category, position, words } = asked;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const reference = referenceOf("concern", randomInt(referenceCount("concern")));
    const isAdded = await insertConcern(tx, {
      id,
      reference,
      neighbourhoodId,
      category,
      source,
      state: "submitted",
      raisedAt: now,
      raisedBy,
      enteredBy,
      lng: position?.lng ?? null,
      lat: position?.lat ?? null,
      flags: judged.flags,
      isUrgent: judged.isUrgent,
      triageDueAt: workingDeadline(now, defaultSettings.triageWorkingDays),
      changedAt: now,
    });
    if (isAdded) {
      await insertConcernWords(tx, id, words, wordsGoOn("submitted", now, judged.handOff !== null));
      await insertConcernEvent(tx, {
        concernId: id,
        at: now,
        from: null,
        to: "submitted",
        line: lineToRaiser("submitted"),
        actorId: enteredBy ?? raisedBy,
      });
      return { reference, isNew: true };
    }
    // The same form sent at the same moment, or a reference that is taken.
    const already = await findConcernReference(tx, id);
    if (already !== null) return { reference: already, isNew: false };
  }
  throw new Error("Nearly every reference is taken: make them a letter longer.");
}
