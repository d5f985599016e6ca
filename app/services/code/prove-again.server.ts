import { platform, type Actor } from "#app/domain/actor.ts";
import { hashToken, newToken, type Keys } from "#app/services/keys/keys.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { refreshSession } from "#db/queries/session.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { checkCode, type CodeChecked, type EnteredCode } from "./check-code.server.ts";

export type ProvedAgain = { kind: "proved"; reference: string } | Exclude<CodeChecked, { kind: "right" }>;

/**
 * Redeems a code that a signed-in person asked for to show that it is still them. The session goes on under a new
 * reference; its end does not move.
 */
export const proveAgain = (
  { db, now, keys }: { db: Db; now: Date; keys: Keys },
  actor: Actor,
  entered: EnteredCode,
): Promise<ProvedAgain> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    if (actor.sessionId === null) return { kind: "wrong" };
    const checked = await checkCode({ tx, now, keys }, actor, "fresh", entered);
    if (checked.kind !== "right") return checked;
    const reference = newToken();
    await refreshSession(tx, actor.sessionId, hashToken(reference), now);
    await recordAudit(tx, actor, now, {
      action: "session.refresh",
      subjectKind: "session",
      subjectId: actor.sessionId,
    });
    return { kind: "proved", reference };
  });
