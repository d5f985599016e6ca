/** How long one kind of record is kept, and what happens then. */
export interface RetentionRule {
  id: RetentionRuleId;
  /** What is disposed of, in words. */
  record: string;
  /** How long, in whole days or calendar years, counted from `from`. */
  keep: { days: number } | { years: number };
  /** What the time is counted from, as it follows "after". */
  from: string;
  then: "deleted" | "erased" | "sealed";
}

export const retentionRuleIds = [
  "email-codes",
  "challenges",
  "sessions",
  "allowances",
  "message-texts",
  "messages",
  "dead-messages",
  "invitation-addresses",
  "invitations",
  "concern-words",
  "diversions",
  "concern-raisers",
  "diverted-texts",
  "waiting-accounts",
  "absent-residents",
  "closed-accounts",
  "ballots",
  "thread-words",
  "urgent-messages",
  "message-hand-offs",
  "feedback-words",
  "feedback-asks",
  "staff-notices",
  "page-report-words",
  "abstraction-entries",
  "abstraction-requests",
  "duties",
  "roster-rows",
  "rosters",
  "abstraction-figures",
  "abstraction-published",
  "tasking-meetings",
  "tasking-actions",
  "agreements",
  "impact-assessments",
  "people",
  "audit",
] as const;
export type RetentionRuleId = (typeof retentionRuleIds)[number];

const rules: Readonly<Record<RetentionRuleId, Omit<RetentionRule, "id">>> = {
  "email-codes": { record: "emailed codes", keep: { days: 1 }, from: "they expire", then: "deleted" },
  challenges: { record: "unfinished sign-in steps", keep: { days: 1 }, from: "they expire", then: "deleted" },
  sessions: { record: "sessions", keep: { days: 30 }, from: "they end", then: "deleted" },
  allowances: {
    record: "counts of how often somebody did something",
    keep: { days: 0 },
    from: "their window",
    then: "deleted",
  },
  "message-texts": {
    record: "recipients, subjects and texts of messages",
    keep: { days: 7 },
    from: "they are sent, stopped or given up",
    then: "erased",
  },
  messages: {
    record: "messages",
    keep: { days: 90 },
    from: "they are sent, stopped or given up",
    then: "deleted",
  },
  "dead-messages": {
    record: "messages that could not be sent",
    keep: { days: 90 },
    from: "they are written",
    then: "deleted",
  },
  "invitation-addresses": {
    record: "addresses of invitations",
    keep: { days: 0 },
    from: "they are accepted, withdrawn or expire",
    then: "erased",
  },
  invitations: {
    record: "invitations",
    keep: { years: 1 },
    from: "they are accepted, withdrawn or expire",
    then: "deleted",
  },
  "concern-words": {
    record: "residents' own words of concerns",
    keep: { days: 0 },
    from: "the day set for them: 90 days unread or rejected, 7 days with another service, a year closed",
    then: "erased",
  },
  diversions: {
    record: "notes that a concern was passed on as a crime or a danger",
    keep: { years: 2 },
    from: "the other service has it",
    then: "deleted",
  },
  "concern-raisers": {
    record: "who raised a concern or added themselves to it",
    keep: { years: 1 },
    from: "the concern is closed",
    then: "erased",
  },
  "diverted-texts": {
    record: "words of residents that were passed on to another service",
    keep: { days: 7 },
    from: "somebody there says that they have them",
    then: "erased",
  },
  "waiting-accounts": {
    record: "staff accounts that nobody linked to a person",
    keep: { days: 90 },
    from: "they are last seen",
    then: "erased",
  },
  "absent-residents": {
    record: "residents' accounts",
    keep: { years: 2 },
    from: "they are last seen",
    then: "erased",
  },
  "closed-accounts": {
    record: "identities of closed accounts",
    keep: { days: 30 },
    from: "they are closed",
    then: "erased",
  },
  ballots: {
    record: "ballots of a counted vote",
    keep: { years: 2 },
    from: "the count is certified",
    then: "deleted",
  },
  "thread-words": {
    record: "what was written in messages to teams",
    keep: { years: 1 },
    from: "the message is closed",
    then: "erased",
  },
  "urgent-messages": {
    record: "words of urgent messages to teams that need no answer any more",
    keep: { days: 7 },
    from: "the contact centre says that it has them",
    then: "erased",
  },
  "message-hand-offs": {
    record: "notes that a message to a team was passed on as a crime or a danger",
    keep: { years: 2 },
    from: "the contact centre has it",
    then: "deleted",
  },
  "feedback-words": {
    record: "reasons that residents gave when they were asked about a priority, and who gave them",
    keep: { years: 1 },
    from: "the asking ends",
    then: "erased",
  },
  "feedback-asks": {
    record: "who was asked about a priority",
    keep: { days: 90 },
    from: "the asking ends",
    then: "deleted",
  },
  "staff-notices": {
    record: "notices to staff",
    keep: { days: 90 },
    from: "they are written",
    then: "deleted",
  },
  "page-report-words": {
    record: "words of reports of a problem with a page",
    keep: { years: 1 },
    from: "they are sent",
    then: "erased",
  },
  "abstraction-entries": {
    record: "entries of what officers were used for, with what they disputed",
    keep: { years: 2 },
    from: "what they are about ends",
    then: "deleted",
  },
  "abstraction-requests": {
    record: "requests for an officer",
    keep: { years: 2 },
    from: "what was asked for ends",
    then: "deleted",
  },
  duties: { record: "duties of officers", keep: { years: 2 }, from: "they end", then: "deleted" },
  "roster-rows": {
    record: "rows of rosters that were imported",
    keep: { years: 2 },
    from: "the import begins",
    then: "deleted",
  },
  rosters: {
    record: "notes that a roster was imported",
    keep: { years: 6 },
    from: "the import begins",
    then: "deleted",
  },
  "abstraction-figures": {
    record: "monthly figures of abstraction",
    keep: { years: 6 },
    from: "the month ends",
    then: "deleted",
  },
  "abstraction-published": {
    record: "published figures of abstraction",
    keep: { years: 6 },
    from: "they are published",
    then: "deleted",
  },
  "tasking-meetings": {
    record: "joint tasking meetings with their minutes",
    keep: { years: 6 },
    from: "they end",
    then: "deleted",
  },
  "tasking-actions": {
    record: "actions of joint tasking that no kept minutes speak of any more",
    keep: { years: 6 },
    from: "they are closed",
    then: "deleted",
  },
  agreements: {
    record: "information-sharing agreements that no meeting rests on any more",
    keep: { years: 6 },
    from: "they end",
    then: "deleted",
  },
  "impact-assessments": {
    record: "community impact assessments, but for those of a critical incident",
    keep: { years: 6 },
    from: "they are closed",
    then: "deleted",
  },
  people: {
    record: "people of the force who hold no post in any edition",
    keep: { days: 0 },
    from: "the last edition that names them goes",
    then: "deleted",
  },
  audit: { record: "rows of the audit record", keep: { years: 6 }, from: "they are written", then: "sealed" },
};

/** The schedule, in the order in which it is carried out: people last but one, once no account is linked to them any more. */
export const retentionSchedule: readonly RetentionRule[] = retentionRuleIds.map((id) => ({
  id,
  ...rules[id],
}));

const dayMs = 86_400_000;

/** What happened before this instant has been kept long enough. Years are calendar years: 29 February counts as 1 March. */
export function keptSince({ keep }: Pick<RetentionRule, "keep">, now: Date): Date {
  if ("days" in keep) return new Date(now.getTime() - keep.days * dayMs);
  const since = new Date(now);
  since.setUTCFullYear(now.getUTCFullYear() - keep.years);
  return since;
}

/** "7 days". */
export function lengthInWords({ keep }: Pick<RetentionRule, "keep">): string {
  const [amount, unit] = "days" in keep ? [keep.days, "day"] : [keep.years, "year"];
  return `${amount} ${unit}${amount === 1 ? "" : "s"}`;
}

/** "kept 7 days after they are sent", "not kept after their window". */
export function keptInWords({ keep, from }: Pick<RetentionRule, "keep" | "from">): string {
  const isNotKept = "days" in keep && keep.days === 0;
  return isNotKept ? `not kept after ${from}` : `kept ${lengthInWords({ keep })} after ${from}`;
}
