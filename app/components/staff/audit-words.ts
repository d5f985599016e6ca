import { roles, type Role } from "#app/domain/access.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";

/** What each action of the record is called; one that is not here is told by its own name. */
export const actionWords: Readonly<Record<string, string>> = {
  "absence.end": "Ended an absence",
  "absence.record": "Recorded an absence",
  "account.close": "Closed an account",
  "account.link": "Linked an account to a post",
  "account.make-administrator": "Made an administrator by command",
  "account.reopen": "Reopened an account",
  "account.unlink": "Unlinked an account",
  "agency.create": "Added an agency",
  "agency.rename": "Renamed an agency",
  "appointment.create": "Gave a role",
  "appointment.end": "Ended a role",
  "audit.export": "Downloaded the audit record",
  "audit.read": "Read the audit record",
  "audit.seal": "Sealed old rows of the record",
  "backup.restore": "Restored a backup",
  "code.refuse": "Refused a code",
  "code.request": "Asked for a code",
  "database.move": "Moved the database",
  "demonstration.fill": "Filled the demonstration",
  "identity.first-sign-in": "Signed in for the first time",
  "invitation.withdraw": "Withdrew an invitation",
  "mail.allow": "Allowed messages again",
  "mail.drop": "Gave up a message",
  "mail.retry": "Sent a message again",
  "mail.retry-all": "Sent all failed messages again",
  "mail.stop": "Stopped messages",
  "member.add-role": "Gave a partner or member a role",
  "member.ask-way-back": "Asked for a way back in",
  "member.invite": "Invited somebody",
  "member.list": "Looked at partners and members",
  "member.read": "Looked at a partner or member",
  "member.send-way-back": "Sent a way back in",
  "passkey.add": "Added a passkey",
  "resident.enter": "Entered a resident on paper",
  "resident.erase": "Erased a resident",
  "resident.export": "Downloaded what is held of them",
  "resident.update": "Changed a resident’s details",
  "retention.run": "Disposed of old records",
  "session.end": "Signed out",
  "session.end-all": "Ended all sessions",
  "session.end-lapsed": "Ended a session that lapsed",
  "session.end-others": "Signed out everywhere else",
  "session.refresh": "Proved again who they are",
  "session.refuse": "Refused a sign-in",
  "session.start": "Signed in",
};

const spaced = (name: string) => name.replaceAll(/[.-]/g, " ");
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** An action in words. */
export const actionInWords = (action: string): string => actionWords[action] ?? sentence(spaced(action));

const keyWords: Readonly<Record<string, string>> = {
  areaKind: "area",
  area: "area id",
  actorId: "who",
  belowNumber: "below row",
  endsOn: "last day",
  fromDay: "from",
  neighbourhoodId: "neighbourhood",
  startsOn: "first day",
  subjectId: "about",
  toDay: "to",
};

const isRole = (value: string): value is Role => roles.some((role) => role === value);
const camel = (key: string) => key.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

function valueInWords(key: string, value: string | number | boolean): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return value.toLocaleString("en-GB");
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayInWords(value);
  if (key === "role" && isRole(value)) return roleWords[value];
  return key === "action" ? actionInWords(value) : value;
}

const opaque = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const isOpaque = (value: unknown) => typeof value === "string" && opaque.test(value);

/** The details of a row as one line each, what can be read before what is only an id; what is empty is left out. */
export const detailsInWords = (
  details: Readonly<Record<string, string | number | boolean | null>>,
): string[] =>
  Object.entries(details)
    .sort(([, a], [, b]) => Number(isOpaque(a)) - Number(isOpaque(b)))
    .flatMap(([key, value]) =>
      value === null ? [] : [`${keyWords[key] ?? camel(key)}: ${valueInWords(key, value)}`],
    );

const actorKinds: Readonly<Record<string, string>> = {
  system: "The platform",
  visitor: "A visitor",
  resident: "A resident",
  staff: "A member of staff",
  member: "A partner or member",
};

/** Who acted, in words: by name where the reader may know it. */
export const actorInWords = (kind: string, name: string | null): string =>
  name ?? actorKinds[kind] ?? sentence(kind);

/** What was acted on, in words. */
export const subjectInWords = (kind: string, name: string | null): string => name ?? sentence(spaced(kind));
