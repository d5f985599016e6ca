import { NotifyClient } from "notifications-node-client";
import { z } from "zod";
import type { Outcome } from "#app/domain/mail/delivery.ts";
import { withoutAddresses } from "#app/domain/mail/without-addresses.ts";
import type { MailTransport, Outgoing } from "./transport.ts";

export interface NotifySettings {
  apiKey: string;
  /** A template whose subject is ((subject)) and whose message is ((body)). */
  templateId: string;
}

const serviceUrl = "https://api.notifications.service.gov.uk";
const usualTimeMs = 30_000;

/** Sends through GOV.UK Notify, which knows each message by our id: what is already there is not sent again. */
export function notifyTransport(
  { apiKey, templateId }: NotifySettings,
  url = serviceUrl,
  timeMs = usualTimeMs,
): MailTransport {
  const client = new NotifyClient(url, apiKey);
  const within = <Value>(answer: Promise<Value>) => withinTime(answer, timeMs);
  const isThere = async (id: string) =>
    (await within(client.getNotifications("email", undefined, id))).data.notifications.length > 0;
  return {
    keepsSecrets: false,
    send: async (message: Outgoing): Promise<Outcome> => {
      const { id, recipient, subject, text, unsubscribeUrl, isRepeat } = message;
      try {
        if (isRepeat && (await isThere(id))) return { kind: "sent" };
        await within(
          client.sendEmail(templateId, recipient, {
            personalisation: { subject, body: text },
            reference: id,
            ...(unsubscribeUrl === null ? {} : { oneClickUnsubscribeURL: unsubscribeUrl }),
          }),
        );
        return { kind: "sent" };
      } catch (error) {
        return outcomeOf(error);
      }
    },
  };
}

const refusal = z.object({
  response: z.object({
    status: z.number(),
    data: z.object({ errors: z.array(z.object({ message: z.string() })) }).catch({ errors: [] }),
  }),
});

// Of all that is refused only the address is the reader's; the rest (key, template, limit) is ours to mend.
const isAboutAddress = (said: string) => /\bemail_address\b/.test(said);

/** What a failure means. Even where it is not known whether the message went, the next attempt finds out first. */
function outcomeOf(failure: unknown): Outcome {
  const read = refusal.safeParse(failure);
  if (!read.success) {
    return {
      kind: "temporary",
      error: withoutAddresses(failure instanceof Error ? failure.message : "no answer"),
    };
  }
  const { status, data } = read.data.response;
  const said = data.errors.map(({ message }) => message).join("; ");
  const error = withoutAddresses(`${status} ${said}`);
  return { kind: status === 400 && isAboutAddress(said) ? "permanent" : "temporary", error };
}

/** The answer, or an error when it takes too long. */
async function withinTime<Value>(answer: Promise<Value>, timeMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error("Notify took too long"));
    }, timeMs);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
