import { visitor, platform, type Actor } from "#app/domain/actor.ts";
import { isFresh, sessionLimits, type SignInMethod } from "#app/domain/session/session.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { hashToken } from "#app/services/keys/keys.server.ts";
import { findSession, touchSession } from "#db/queries/session.ts";
import { actingRolesOf } from "#db/queries/shared-roles.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";

/** A signed-in person and their browser's session. */
export interface SignedIn {
  accountId: string;
  /** As the person is addressed; null for residents, who give no name. */
  name: string | null;
  agencyId: string | null;
  /** Signed in, but not yet linked to anything by an administrator. */
  isWaiting: boolean;
  method: SignInMethod;
  /** Proved within the last ten minutes. */
  isFresh: boolean;
}

export interface WhoAsks {
  actor: Actor;
  signedIn: SignedIn | null;
}

// A write per minute and session is enough to know that somebody is there.
const touchEveryMs = 60_000;

/** Who sends this request, with their roles of this moment; a visitor where the reference opens nothing. */
export async function readSession(
  db: Db,
  now: Date,
  reference: string | null,
  requestId: string | null,
): Promise<WhoAsks> {
  const nobody: WhoAsks = { actor: visitor(requestId), signedIn: null };
  if (reference === null) return nobody;
  return withActor(db, platform(requestId), async (tx) => {
    const session = await findSession(tx, hashToken(reference), now);
    if (session === null) return nobody;
    const idleMs = now.getTime() - session.lastSeenAt.getTime();
    if (idleMs > sessionLimits(session.accountKind, session.method).idleMs) return nobody;
    if (idleMs > touchEveryMs) await touchSession(tx, session.id, now);
    return {
      actor: {
        kind: session.accountKind,
        accountId: session.accountId,
        sessionId: session.id,
        requestId,
        roles: await actingRolesOf(
          tx,
          { accountId: session.accountId, kind: session.accountKind },
          londonDay(now),
        ),
      },
      signedIn: {
        accountId: session.accountId,
        name: session.name,
        agencyId: session.agencyId,
        isWaiting: session.accountStatus === "waiting",
        method: session.method,
        isFresh: isFresh(session.authenticatedAt, now),
      },
    };
  });
}
