import type { AppLoadContext } from "@remix-run/node";
import { platform } from "#app/domain/actor.ts";
import { allowanceKey, limits } from "#app/domain/limits.ts";
import { paths } from "#app/paths.ts";
import type { ProvenIdentity } from "#app/services/identity/identity-provider.server.ts";
import { refreshProof } from "#app/services/identity/refresh-proof.server.ts";
import type { SignInAttempt } from "#app/services/identity/sign-in-attempt.server.ts";
import { signInStaff } from "#app/services/identity/sign-in-staff.server.ts";
import { recallAttempt } from "#app/signing-in.server.ts";
import { takeAllowance } from "#db/queries/allowance.ts";
import { withActor } from "#db/with-actor.ts";
import type { Failure } from "./failure.ts";

/** Signed in, with the new session's reference and where to go on to; or why not. */
export type Outcome =
  { ok: true; reference: string; to: string } | { ok: false; failure: Failure; retryAfterSeconds?: number };

const refuse = (failure: Failure): Outcome => ({ ok: false, failure });

/** From the address that the provider sent the browser back to, to a session. */
export async function finishSignIn(request: Request, context: AppLoadContext): Promise<Outcome> {
  const { identityProvider, publicUrl, db, now, clientKey, requestId } = context;
  const attempt = await recallAttempt(request, context);
  if (identityProvider === null || attempt === null) return refuse("expired");
  // Guesses at a code cost the provider a request each; a whole station behind one address stays far below.
  const key = allowanceKey("postsPerClient", `sign-in-answer:${clientKey}`);
  const allowance = await withActor(db, platform(requestId), (tx) =>
    takeAllowance(tx, key, limits.postsPerClient, now),
  );
  if (!allowance.isAllowed) {
    return { ok: false, failure: "busy", retryAfterSeconds: allowance.retryAfterSeconds };
  }
  // Our own address as residents see it: a proxy may have changed the one that arrived here.
  const address = new URL(`${publicUrl}${paths.staff.signInAnswer()}${new URL(request.url).search}`);
  const { isFresh, startedAt } = attempt;
  const provedAfter = isFresh ? startedAt : null;
  const finished = await identityProvider.finish({ address, secrets: attempt, provedAfter });
  return finished.kind === "proved" ? enter(context, attempt, finished.identity) : refuse(finished.kind);
}

/** A new proof for the session that asked for one, or a new session. */
async function enter(
  context: AppLoadContext,
  { next, isFresh }: SignInAttempt,
  identity: ProvenIdentity,
): Promise<Outcome> {
  const { device } = context;
  const { actor } = await context.who();
  const { accountId, sessionId } = actor;
  if (isFresh && accountId !== null && sessionId !== null) {
    const refreshed = await refreshProof(context, { ...actor, accountId, sessionId }, identity);
    return refreshed.ok ? { ok: true, reference: refreshed.reference, to: next } : refuse(refreshed.reason);
  }
  const entered = await signInStaff(context, { identity, device, before: actor });
  return entered.ok
    ? { ok: true, reference: entered.reference, to: entered.isWaiting ? paths.staff.waiting() : next }
    : refuse(entered.reason);
}
