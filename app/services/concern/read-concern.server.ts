import type { Actor } from "#app/domain/actor.ts";
import { readableBy } from "#app/domain/concern/reading.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  findConcernWords,
  findRaiser,
  findTriagedConcern,
  listConcernEvents,
  staffNames,
} from "#db/queries/concern-triage.ts";
import { listOpenConcerns } from "#db/queries/public-concern.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import type { DecisionDeps } from "./decide-concern.server.ts";

/** Reads one concern as far as the actor may; null where it is not theirs. Its words are recorded as read before they are sent. */
export const readConcern = ({ db, now }: DecisionDeps, actor: Actor, id: string) =>
  withActor(db, actor, async (tx) => {
    const found = await findTriagedConcern(tx, id);
    const readable = found === null ? null : readableBy(actor, found.concern);
    if (found === null || readable === null) return null;
    const { concern, diversion, appeal } = found;
    const read = {
      ...found,
      words: readable.words ? await findConcernWords(tx, concern.id) : null,
      raiser: readable.raiser ? await raiserOf(tx, concern.raisedBy) : null,
      mayReadWords: readable.words,
      mayReadRaiser: readable.raiser,
      events: readable.words ? await listConcernEvents(tx, concern.id) : [],
      nearby: await listOpenConcerns(tx, concern.neighbourhoodId),
      names: await staffNames(tx, [
        concern.summaryBy,
        concern.decidedBy,
        concern.enteredBy,
        diversion?.divertedBy ?? null,
        diversion?.acknowledgedBy ?? null,
        appeal?.decidedBy ?? null,
      ]),
    };
    if (readable.words)
      await recordAudit(tx, actor, now, {
        action: "concern.read",
        subjectKind: "concern",
        subjectId: concern.id,
        neighbourhoodId: concern.neighbourhoodId,
        details: { withRaiser: readable.raiser },
      });
    return read;
  });

const raiserOf = (tx: Db, accountId: string | null) =>
  accountId === null ? Promise.resolve(null) : findRaiser(tx, accountId);

export type ReadConcern = NonNullable<Awaited<ReturnType<typeof readConcern>>>;
