import { Readable } from "node:stream";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Outcome } from "#app/domain/mail/delivery.ts";
import { withoutAddresses } from "#app/domain/mail/without-addresses.ts";
import type { MailTransport, Outgoing } from "./transport.ts";

/** How long each step may take, in milliseconds. */
export interface SmtpTimes {
  connectMs: number;
  greetingMs: number;
  /** Silence of the server. */
  silenceMs: number;
  /** All of it together: well under a lease, so that no other process takes the message up meanwhile. */
  allMs: number;
}

const usualTimes: SmtpTimes = { connectMs: 15_000, greetingMs: 15_000, silenceMs: 60_000, allMs: 120_000 };

/** How long a process that stops waits for the word on a message that the server has in hand. */
const lastWordMs = 5_000;

export interface SmtpSettings {
  /** smtp://user:password@host:port, or smtps:// for TLS from the first byte. */
  url: string;
  /** The sender's address. */
  from: string;
  /** The sender's name. */
  fromName: string;
}

/** Sends through a mail server, one connection a message. */
export function smtpTransport(settings: SmtpSettings, times: SmtpTimes = usualTimes): MailTransport {
  const server = serverOf(settings, times);
  return {
    keepsSecrets: false,
    send: async (message, stopping) => {
      const { from } = settings;
      const { recipient: to } = message;
      return deliver(server, { from, to, bytes: await compose(settings, message) }, times.allMs, stopping);
    },
  };
}

interface Server {
  connection: SMTPConnection.Options;
  credentials: { user: string; pass: string } | null;
}

function serverOf({ url, from }: SmtpSettings, { connectMs, greetingMs, silenceMs }: SmtpTimes): Server {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === "smtps:";
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return {
    connection: {
      host: hostname.replace(/^\[|\]$/g, ""),
      ...(port === "" ? {} : { port: Number(port) }),
      secure: isSecure,
      // A password never travels in clear, even when somebody takes STARTTLS out of the server's offer.
      requireTLS: !isSecure && username !== "" && !isHere,
      tls: { minVersion: "TLSv1.2" },
      name: domainOf(from),
      connectionTimeout: connectMs,
      greetingTimeout: greetingMs,
      socketTimeout: silenceMs,
    },
    credentials:
      username === "" ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}

const domainOf = (email: string) => email.slice(email.lastIndexOf("@") + 1);

/** The message as bytes, with the same Message-ID each time. */
function compose({ from, fromName }: SmtpSettings, message: Outgoing): Promise<Buffer> {
  const { id, recipient, subject, text, html, calendar, unsubscribeUrl } = message;
  return new MailComposer({
    disableFileAccess: true,
    disableUrlAccess: true,
    from: { name: fromName, address: from },
    to: { name: "", address: recipient },
    subject,
    text,
    html,
    ...(calendar === null ? {} : { icalEvent: calendarPart(calendar) }),
    messageId: `<${id}@${domainOf(from)}>`,
    newline: "win",
    headers: {
      // So that no out-of-office note comes back.
      "Auto-Submitted": "auto-generated",
      "Content-Language": "en-GB",
      ...(unsubscribeUrl === null
        ? {}
        : {
            "List-Unsubscribe": { prepared: true, value: `<${unsubscribeUrl}>` },
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          }),
    },
  })
    .compile()
    .build();
}

// A calendar program acts on the method of the part, which is the file's own.
const calendarPart = (content: string) => ({
  filename: "meeting.ics",
  method: /^METHOD:(\w+)\r?$/m.exec(content)?.[1] ?? "PUBLISH",
  content,
});

interface Sealed {
  from: string;
  to: string;
  bytes: Buffer;
}

/** Hands one message to the server and waits for its word. */
function deliver(
  { connection: options, credentials }: Server,
  { from, to, bytes }: Sealed,
  allMs: number,
  stopping: AbortSignal | undefined,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const connection = new SMTPConnection(options);
    let isUnderWay = false;
    const message = new Readable({
      // Asked for only after the server has said that it takes the message: from here on it may have arrived.
      read() {
        isUnderWay = true;
        this.push(bytes);
        this.push(null);
      },
    });
    const end = (outcome: Outcome) => {
      clearTimeout(timer);
      stopping?.removeEventListener("abort", hurry);
      resolve(outcome);
      if (outcome.kind === "sent") connection.quit();
      else connection.close();
    };
    const fail = (error: Error) => {
      end(outcomeOf(error, isUnderWay));
    };
    const giveUpIn = (ms: number) =>
      setTimeout(() => {
        fail(new Error("the mail server took too long"));
      }, ms);
    const hurry = () => {
      clearTimeout(timer);
      timer = giveUpIn(isUnderWay ? lastWordMs : 0);
    };
    let timer = giveUpIn(allMs);
    if (stopping?.aborted === true) hurry();
    else stopping?.addEventListener("abort", hurry);
    const send = () => {
      connection.send({ from, to: [to], size: bytes.length }, message, (error) => {
        if (error) fail(error);
        else end({ kind: "sent" });
      });
    };
    connection.on("error", fail);
    connection.connect((error) => {
      if (error) fail(error);
      else if (credentials === null) send();
      else
        connection.login({ credentials }, (refused) => {
          if (refused) fail(refused);
          else send();
        });
    });
  });
}

interface Said {
  response?: unknown;
  responseCode?: unknown;
  permanent?: unknown;
  command?: unknown;
}

/** What an error means for the message. A reply of the server is an answer; silence after the message is none. */
export function outcomeOf(failure: Error & Said, isUnderWay: boolean): Outcome {
  const { response, responseCode, permanent, command, message } = failure;
  const error = withoutAddresses(typeof response === "string" ? response : message);
  if (typeof responseCode !== "number") return { kind: isUnderWay ? "unsure" : "temporary", error };
  // A refused greeting, password or sender is ours to mend, and no reader's fault.
  const isAboutThisMessage = command === "RCPT TO" || command === "DATA";
  return { kind: isAboutThisMessage && permanent === true ? "permanent" : "temporary", error };
}
