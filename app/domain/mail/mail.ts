/** What is true of every message of a purpose. */
export interface Purpose {
  /** `service` messages (a code, an invitation) cannot be stopped; the others are told how, and stop at one tap. */
  isService: boolean;
  /** What it is, after "emails about": how the reader is told what they stop. */
  about: string;
  /** Said instead of what the sender wrote, where a subject line seen by somebody else could put a person at risk. */
  subject?: string;
  /** After this time it helps nobody any more and is not sent. */
  usefulForMs?: number;
}

const quarterOfAnHourMs = 15 * 60_000;

/** Why a message is sent. */
export const mailPurposes = {
  "sign-in-code": { isService: true, about: "signing in", usefulForMs: quarterOfAnHourMs },
  invitation: { isService: true, about: "an invitation" },
  "account-notice": { isService: true, about: "your account" },
  "staff-notice": { isService: true, about: "your work here" },
  "urgent-alarm": { isService: true, about: "urgent items", subject: "Something waits for you" },
  "concern-update": {
    isService: false,
    about: "your concern",
    subject: "Update from your neighbourhood team",
  },
  "thread-update": {
    isService: false,
    about: "your messages to the team",
    subject: "Update from your neighbourhood team",
  },
  "priority-update": { isService: false, about: "your neighbourhood’s priorities" },
  "team-news": { isService: false, about: "news and events of your neighbourhood team" },
} as const satisfies Record<string, Purpose>;
export type MailPurpose = keyof typeof mailPurposes;

const purposes: Readonly<Record<string, Purpose>> = mailPurposes;

/** What is true of a stored purpose; null for one that this version does not know. */
export const purposeOf = (code: string): Purpose | null =>
  Object.hasOwn(purposes, code) ? (purposes[code] ?? null) : null;

/** What a reader may stop: one kind of message, or every kind that can be stopped. */
export const everyStoppable = "all";
export type Stoppable = MailPurpose | typeof everyStoppable;

/** Reads what can be stopped; null for a service message or no purpose at all. */
export function stoppableOf(code: string): Stoppable | null {
  if (code === everyStoppable) return everyStoppable;
  return isMailPurpose(code) && !mailPurposes[code].isService ? code : null;
}

const isMailPurpose = (code: string): code is MailPurpose => Object.hasOwn(mailPurposes, code);

/**
 * `queued` waits its time, `sending` is leased to one process, `dead` waits for a person, `stopped` by its reader,
 * `dropped` by staff.
 */
export const messageStatuses = ["queued", "sending", "sent", "dead", "stopped", "dropped"] as const;
export type MessageStatus = (typeof messageStatuses)[number];

export const messageStatusWords: Readonly<Record<MessageStatus, string>> = {
  queued: "Waiting to be sent",
  sending: "Being sent",
  sent: "Sent",
  dead: "Could not be sent",
  stopped: "Stopped by its reader",
  dropped: "Given up by staff",
};
