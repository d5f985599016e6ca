import { platform, type Actor } from "#app/domain/actor.ts";
import { isKeyOpen } from "#app/domain/agency/key-header.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { findKeyByHash, touchKey } from "#db/queries/agency-key-use.ts";
import { agreementStandingOf, type ShutAgreement } from "#db/queries/agreement-standing.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { hashOfAgencyKey } from "./agency-key.server.ts";

/** An agency's own system, as it acts. */
export interface KeyHolder {
  actor: Actor;
  agencyId: string;
  keyId: string;
}

export type KeyUse =
  | { kind: "open"; holder: KeyHolder }
  /** In no list, ended, or past its last day: which of them is for nobody to learn. */
  | { kind: "unknown" }
  | { kind: "too-many"; retryAfterSeconds: number }
  /** The agency shares in no joint work; `agreement` is null where it never did. */
  | { kind: "shut"; agreement: ShutAgreement | null };

// As of a session: enough to know that a key is in use.
const touchEveryMs = 60_000;

/** Who a key speaks for at this moment, counted against its limit. It has the reach of a partner of its agency. */
export const useAgencyKey = (
  { db, now, requestId }: { db: Db; now: Date; requestId: string },
  key: string,
): Promise<KeyUse> =>
  withActor(db, platform(requestId), async (tx): Promise<KeyUse> => {
    const today = londonDay(now);
    const found = await findKeyByHash(tx, hashOfAgencyKey(key));
    if (found === null || !isKeyOpen(found, today)) return { kind: "unknown" };
    const { id: keyId, agencyId, lastUsedAt } = found;
    const { isAllowed, retryAfterSeconds } = await takeAllowance(
      tx,
      allowanceKey("requestsPerAgencyKey", keyId),
      limits.requestsPerAgencyKey,
      now,
    );
    if (!isAllowed) return { kind: "too-many", retryAfterSeconds };
    if (lastUsedAt === null || now.getTime() - lastUsedAt.getTime() > touchEveryMs)
      await touchKey(tx, keyId, now);
    const standing = await agreementStandingOf(tx, [agencyId], today);
    if (!standing.isLive) return { kind: "shut", agreement: standing.agreement };
    return { kind: "open", holder: { actor: actorOf(agencyId, requestId), agencyId, keyId } };
  });

/** A partner with no account and no area: what was asked of the agency, and nothing else. */
const actorOf = (agencyId: string, requestId: string): Actor => ({
  kind: "member",
  accountId: null,
  sessionId: null,
  requestId,
  roles: [{ role: "partner", area: { neighbourhoodIds: [] }, agencyId }],
});
