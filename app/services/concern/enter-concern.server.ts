import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { judgeWords } from "#app/domain/concern/judge-words.ts";
import type { ConcernSource } from "#app/domain/concern/sources.ts";
import { readReference } from "#app/domain/reference/reference.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findConcernReference } from "#db/queries/concern.ts";
import { findResidentByReference } from "#db/queries/resident.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { addConcern, type NewConcern } from "./add-concern.server.ts";
import { takeInWords } from "./take-in-words.server.ts";

export interface ConcernToEnter extends NewConcern {
  source: Exclude<ConcernSource, "online">;
  /** "R-7K3F" of somebody whom staff entered; null where they take part without one. */
  resident: string | null;
}

export type ConcernEntered = { ok: true; id: string; reference: string } | Refused;

/** Staff enter a concern for somebody on the telephone, at a stall or on a postcard: judged as any other. */
export const enterConcern = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  asked: ConcernToEnter,
): Promise<ConcernEntered> =>
  withActor(db, actor, async (tx) => {
    const { id, neighbourhoodId, category, source } = asked;
    if (!can(actor, "concern:write", { neighbourhoodId }))
      return refused("slug", "Choose a neighbourhood that you work for");
    const already = await findConcernReference(tx, id);
    if (already !== null) return { ok: true, id, reference: already };
    const raisedBy = asked.resident === null ? null : await residentOf(tx, asked.resident);
    if (asked.resident !== null && raisedBy === null)
      return refused("resident", "There is no such resident. Look at the reference on their paper");
    const judged = judgeWords(asked.words, now, (await readSettings(tx)).urgentAlarmMinutes);
    const { reference, isNew } = await addConcern(tx, now, asked, judged, {
      raisedBy,
      source,
      enteredBy: actor.accountId,
    });
    if (!isNew) return { ok: true, id, reference };
    await takeInWords(tx, now, { id, reference, neighbourhoodId }, judged);
    await recordAudit(tx, actor, now, {
      action: "concern.enter",
      subjectKind: "concern",
      subjectId: id,
      neighbourhoodId,
      details: { category, source, flags: judged.flags.length, isUrgent: judged.isUrgent },
    });
    return { ok: true, id, reference };
  });

async function residentOf(tx: Db, typed: string): Promise<string | null> {
  const reference = readReference("resident", typed);
  return reference === null ? null : findResidentByReference(tx, reference);
}
