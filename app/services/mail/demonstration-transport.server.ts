import type { MailTransport } from "./transport.ts";

/** A demonstration's: nothing leaves the house, and every message can be read on its page. */
export const demonstrationTransport = (): MailTransport => ({
  keepsSecrets: true,
  send: () => Promise.resolve({ kind: "sent" }),
});
