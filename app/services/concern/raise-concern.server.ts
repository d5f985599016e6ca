import { can, platform, type Actor } from "#app/domain/actor.ts";
import type { DiversionRoute } from "#app/domain/concern/diversion.ts";
import { judgeWords } from "#app/domain/concern/judge-words.ts";
import { lineToRaiser } from "#app/domain/concern/words.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findConcernReference } from "#db/queries/concern.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { addConcern, type NewConcern } from "./add-concern.server.ts";
import { takeInWords } from "./take-in-words.server.ts";
import { tellRaisers } from "./tell-raisers.server.ts";

export interface ConcernToRaise extends NewConcern {
  clientKey: string;
}

export type ConcernRaised =
  | {
      ok: true;
      reference: string;
      /** Where it may belong instead: what the answer says first. */
      route: DiversionRoute | null;
      /** The raiser is signed in and hears what becomes of it. */
      isTheirs: boolean;
    }
  | { ok: false; retryAfterSeconds: number };

/**
 * A resident, or anybody, tells a team what worries them. Nobody needs an account; the words are kept for those who
 * triage, whatever detection says of them.
 */
export const raiseConcern = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  asked: ConcernToRaise,
): Promise<ConcernRaised> => {
  if (!can(actor, "concern:raise")) throw new Error("Everybody may raise a concern.");
  return withActor(db, platform(actor.requestId), async (tx) => {
    const judged = judgeWords(asked.words, now, (await readSettings(tx)).urgentAlarmMinutes);
    const raisedBy = can(actor, "concern:read-own") ? actor.accountId : null;
    const already = await findConcernReference(tx, asked.id);
    const answer = { ok: true as const, route: judged.route, isTheirs: raisedBy !== null };
    if (already !== null) return { ...answer, reference: already };
    const retryAfterSeconds = await waitOf(tx, now, asked.clientKey);
    if (retryAfterSeconds > 0) return { ok: false, retryAfterSeconds };

    const { reference, isNew } = await addConcern(tx, now, asked, judged, {
      raisedBy,
      source: "online",
      enteredBy: null,
    });
    if (!isNew) return { ...answer, reference };
    const { id, neighbourhoodId, category } = asked;
    await takeInWords(tx, now, { id, reference, neighbourhoodId }, judged);
    await tellRaisers(tx, now, id, lineToRaiser("submitted"));
    await recordAudit(tx, actor, now, {
      action: "concern.raise",
      subjectKind: "concern",
      subjectId: id,
      neighbourhoodId,
      details: { category, flags: judged.flags.length, isUrgent: judged.isUrgent },
    });
    return { ...answer, reference };
  });
};

/** How many seconds to wait; 0 where nothing stands in the way. */
async function waitOf(tx: Db, now: Date, clientKey: string): Promise<number> {
  const { concernsPerClient, concernsOfAll } = limits;
  const client = await takeAllowance(
    tx,
    allowanceKey("concernsPerClient", clientKey),
    concernsPerClient,
    now,
  );
  if (!client.isAllowed) return client.retryAfterSeconds;
  const all = await takeAllowance(tx, allowanceKey("concernsOfAll", "all"), concernsOfAll, now);
  return all.retryAfterSeconds;
}
