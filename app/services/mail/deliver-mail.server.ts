import type { Logger } from "pino";
import { normaliseEmail } from "#app/domain/account/email-address.ts";
import { platform } from "#app/domain/actor.ts";
import { afterAttempt, reasonNotToSend, type NextStep, type Outcome } from "#app/domain/mail/delivery.ts";
import { stoppableOf } from "#app/domain/mail/mail.ts";
import { withoutAddresses } from "#app/domain/mail/without-addresses.ts";
import { emailKeyOf } from "#app/services/keys/keys.server.ts";
import { hasStopped, type StoredMessage } from "#db/queries/mail.ts";
import { markSent, markStopped, markUnsent, releaseMessage, takeMessage } from "#db/queries/mail-delivery.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { letterFor, type LetterDeps } from "./letter-for.server.ts";
import type { MailTransport, Outgoing } from "./transport.ts";

export interface MailDeps extends LetterDeps {
  db: Db;
  now: () => Date;
  transport: MailTransport;
  log: Pick<Logger, "warn" | "error">;
  /** 0 to 1, spreads what is tried again. */
  chance?: () => number;
  /** Takes nothing more once it is aborted; what is on its way is brought to an end. */
  signal?: AbortSignal;
}

/** Longer than any transport takes; only a process that ended lets it run out. */
export const leaseMs = 5 * 60_000;
/** How many messages one process sends at once. */
const lanes = 4;

/**
 * Sends what is due until nothing is. Each message is taken and marked in short transactions of their own and sent
 * between them, so that no transaction waits for a mail server. Any number of processes may do this at once.
 */
export async function deliverMail(deps: MailDeps): Promise<void> {
  await Promise.all(Array.from({ length: lanes }, () => runLane(deps)));
}

async function runLane(deps: MailDeps): Promise<void> {
  while (deps.signal?.aborted !== true) {
    const message = await take(deps);
    if (message === null) return;
    await handle(deps, message);
  }
}

function take({ db, now }: MailDeps): Promise<StoredMessage | null> {
  const at = now();
  return withActor(db, platform(), (tx) => takeMessage(tx, at, new Date(at.getTime() + leaseMs)));
}

async function handle(deps: MailDeps, message: StoredMessage): Promise<void> {
  const { db, now, signal } = deps;
  if (signal?.aborted === true) {
    await withActor(db, platform(), (tx) => releaseMessage(tx, message, now()));
    return;
  }
  const outgoing = await prepare(deps, message);
  if (outgoing === "stopped") await withActor(db, platform(), (tx) => markStopped(tx, message.id));
  else if ("error" in outgoing) await record(deps, message, { status: "dead", ...outgoing });
  else {
    const outcome = await send(deps, outgoing);
    await record(deps, message, afterAttempt(message, outcome, now(), (deps.chance ?? Math.random)()));
  }
}

/** The message as it goes out, or why it does not. */
async function prepare(
  deps: MailDeps,
  message: StoredMessage,
): Promise<Outgoing | "stopped" | { error: string; unsureAttempts: number }> {
  const { db, now } = deps;
  const { id, purpose, unsureAttempts, subject, body, calendar } = message;
  const recipient = normaliseEmail(message.recipient ?? "");
  const reason = reasonNotToSend(message, now());
  if (reason !== null) return { error: reason, unsureAttempts };
  if (recipient === null || subject === null || body === null)
    return { error: "it has no address or no words", unsureAttempts };
  if (stoppableOf(purpose) !== null) {
    const emailKey = emailKeyOf(deps.keys, recipient);
    if (await withActor(db, platform(), (tx) => hasStopped(tx, emailKey, purpose))) return "stopped";
  }
  const letter = letterFor(deps, { purpose, recipient, subject, body });
  return { ...letter, id, recipient, calendar, isRepeat: message.attempts > 1 };
}

async function send({ transport, log, signal }: MailDeps, outgoing: Outgoing): Promise<Outcome> {
  try {
    return await transport.send(outgoing, signal);
  } catch (error) {
    // Ours to mend, and how far it came is not known.
    const said = withoutAddresses(error instanceof Error ? (error.stack ?? error.message) : String(error));
    log.error({ message: outgoing.id, said }, "a message could not be handed over");
    return { kind: "unsure", error: "the transport failed" };
  }
}

async function record(deps: MailDeps, message: StoredMessage, step: NextStep): Promise<void> {
  const { db, now, transport, log } = deps;
  const erasesBody = message.isSecret && !transport.keepsSecrets;
  await withActor(db, platform(), (tx) =>
    step.status === "sent" ? markSent(tx, message.id, now(), erasesBody) : markUnsent(tx, message, step),
  );
  if (step.status !== "sent") {
    const { id, attempts } = message;
    log.warn({ message: id, attempts, status: step.status, said: step.error }, "a message was not sent");
  }
}
