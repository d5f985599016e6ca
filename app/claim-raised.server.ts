import type { AppLoadContext } from "@remix-run/node";
import { paths } from "#app/paths.ts";
import { forgetRaised, keepRaised, recallRaised } from "#app/raised-cookie.server.ts";
import { claimConcern } from "#app/services/concern/claim-concern.server.ts";

/**
 * Makes what this browser raised the account's own, where somebody signed in from the page that offers it (`next`
 * leads back to it). Anybody else who signs in here is another person at the same computer: then it is forgotten. Gives
 * the Set-Cookie header.
 */
export async function claimRaised(
  request: Request,
  context: AppLoadContext,
  accountId: string,
  next: string,
): Promise<string> {
  const raised = await recallRaised(request, context);
  if (raised === null || next !== paths.raised(raised.slug)) return forgetRaised(context.publicUrl);
  const { db, now, requestId } = context;
  const isTheirs = await claimConcern({ db, now }, { requestId }, { concernId: raised.concernId, accountId });
  return keepRaised({ ...raised, isTheirs: raised.isTheirs || isTheirs }, context);
}
