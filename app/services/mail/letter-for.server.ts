import { letterOf, type Letter } from "#app/domain/mail/letter.ts";
import { purposeOf, stoppableOf } from "#app/domain/mail/mail.ts";
import { emailKeyOf, type Keys } from "#app/services/keys/keys.server.ts";
import { unsubscribeToken } from "./unsubscribe-token.server.ts";

export interface LetterDeps {
  keys: Pick<Keys, "emails" | "links">;
  /** The address of the page behind an unsubscribe token. */
  unsubscribeUrl: (token: string) => string;
}

interface Queued {
  purpose: string;
  /** Normalised. */
  recipient: string;
  subject: string;
  body: string;
}

/** A queued message as it goes out, with the way to stop such messages; null for what cannot be stopped. */
export function letterFor(
  { keys, unsubscribeUrl }: LetterDeps,
  { purpose, recipient, subject, body }: Queued,
): Letter & { unsubscribeUrl: string | null } {
  const stoppable = stoppableOf(purpose);
  const url =
    stoppable === null
      ? null
      : unsubscribeUrl(unsubscribeToken(keys, { emailKey: emailKeyOf(keys, recipient), purpose: stoppable }));
  const stop = url === null ? null : { about: purposeOf(purpose)?.about ?? "", url };
  return { ...letterOf({ subject, body, stop }), unsubscribeUrl: url };
}
