import type { ActionFunctionArgs } from "@remix-run/node";
import { allowPublic, notFound } from "#app/http.server.ts";
import { requestOptions } from "#app/services/member/passkey-ceremony.server.ts";
import { relyingPartyOf } from "#app/services/member/relying-party.ts";
import { beginPasskeySignIn } from "#app/services/member/sign-in-with-passkey.server.ts";
import { beginSteps } from "#app/steps-cookie.server.ts";
import { tryAgainIn } from "#app/too-many.server.ts";

/** Nothing to read here: the options of one sign-in are asked for by POST, because each is a step kept. */
export function loader() {
  allowPublic();
  throw notFound();
}

/** What the script of the sign-in page hands to the browser, as JSON. */
export async function action({ request, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, clientKey: client, publicUrl } = context;
  const party = relyingPartyOf(publicUrl);
  if (party === null) throw notFound();
  const { browser, headers } = await beginSteps(request, publicUrl);
  headers.set("Cache-Control", "private, no-store");
  const { actor: before } = await context.who();
  const begun = await beginPasskeySignIn({ db, now }, { browser, client, before });
  if (begun.ok) {
    return Response.json({ options: await requestOptions(party, begun.challenge) }, { headers });
  }
  headers.set("Retry-After", String(begun.retryAfterSeconds));
  const problem = `There were too many attempts to sign in. ${tryAgainIn(begun.retryAfterSeconds)}.`;
  return Response.json({ problem }, { status: 429, headers });
}
