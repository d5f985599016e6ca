import { platform } from "#app/domain/actor.ts";
import { tidyName, waysFor, type WayToSignIn } from "#app/domain/member/member.ts";
import { hashToken, newToken } from "#app/services/keys/keys.server.ts";
import { findOpenInvitation } from "#db/queries/invitation.ts";
import { withActor } from "#db/with-actor.ts";
import { newAuthenticatorSecret } from "./authenticator.server.ts";
import { refusal, type Deps, type FieldError } from "./deps.ts";
import { beginEnrolment } from "./enrolment.server.ts";

export interface Joining {
  token: string;
  /** What the browser's cookie holds. */
  browser: string;
  name: string;
  way: WayToSignIn;
}

export type JoiningBegun =
  { ok: true } | { ok: false; errors: FieldError<"name" | "way">[] } | { ok: false; reason: "gone" };

/** Takes down the name and how the person wants to sign in; nothing of the invitation is used up yet. */
export const beginJoining = (
  { db, now, keys }: Deps,
  { token, browser, name: typed, way }: Joining,
): Promise<JoiningBegun> =>
  withActor(db, platform(), async (tx) => {
    const invitation = await findOpenInvitation(tx, hashToken(token), now);
    if (invitation?.email == null) return { ok: false, reason: "gone" };
    const { id: invitationId, email, accountId, accountName, kind } = invitation;
    const name = accountId === null ? tidyName(typed) : (accountName ?? tidyName(typed));
    if (name === null) return refusal("name", "Enter your name, in letters");
    if (!waysFor(kind).includes(way)) return refusal("way", "Select how you want to sign in");
    await beginEnrolment(
      tx,
      { now, keys },
      way === "passkey" ? "passkey-enrol" : "authenticator-enrol",
      browser,
      {
        invitationId,
        accountId: accountId ?? crypto.randomUUID(),
        name,
        email,
        secret: way === "passkey" ? newToken() : newAuthenticatorSecret(),
      },
    );
    return { ok: true };
  });
