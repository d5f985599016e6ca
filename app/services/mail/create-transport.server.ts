import { normaliseEmail } from "#app/domain/account/email-address.ts";
import type { MailSettings } from "#app/env.server.ts";
import { demonstrationTransport } from "./demonstration-transport.server.ts";
import { notifyTransport } from "./notify-transport.server.ts";
import { smtpTransport } from "./smtp-transport.server.ts";
import type { MailTransport } from "./transport.ts";

const usualName = "Safer Neighbourhoods";

/** The way mail leaves by these settings; without any, as in a demonstration, it stays in the house. */
export function createTransport(settings: MailSettings | null): MailTransport {
  if (settings === null) return demonstrationTransport();
  return settings.kind === "notify"
    ? notifyTransport(settings)
    : smtpTransport({ url: settings.url, ...senderOf(settings.from) });
}

/** Name and address out of "Name <address>" or an address alone. Throws for what holds no address. */
export function senderOf(words: string): { from: string; fromName: string } {
  const [, name = "", bracketed] = /^([^<]*)<([^<>]*)>\s*$/.exec(words) ?? [];
  const from = normaliseEmail(bracketed ?? words);
  if (from === null) throw new Error("MAIL_FROM holds no email address.");
  const fromName = name.replaceAll('"', "").trim();
  return { from, fromName: fromName === "" ? usualName : fromName };
}
