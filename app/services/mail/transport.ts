import type { Outcome } from "#app/domain/mail/delivery.ts";
import type { Letter } from "#app/domain/mail/letter.ts";

/** One message on its way out. */
export interface Outgoing extends Letter {
  /** The message's own, the same each time it is sent: it makes the Message-ID. */
  id: string;
  recipient: string;
  /** It was tried before, so it may be there already. */
  isRepeat: boolean;
  /** A calendar file (RFC 5545) that goes with it; null for none. */
  calendar: string | null;
  /** Where one request stops such messages (RFC 8058); null for what cannot be stopped. */
  unsubscribeUrl: string | null;
}

/** What takes messages away. */
export interface MailTransport {
  /**
   * Sends one message and says how it ended, within the time of a lease; never throws for what a mail server does.
   * Once `stopping` aborts it brings it to an end within seconds.
   */
  send: (message: Outgoing, stopping?: AbortSignal) => Promise<Outcome>;
  /** Whether secret texts stay readable after they were sent, as a demonstration needs. */
  keepsSecrets: boolean;
}
