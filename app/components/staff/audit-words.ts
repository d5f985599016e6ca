import { auditActions, isAuditAction } from "#app/domain/audit/actions.ts";
import { roles, type Role } from "#app/domain/access.ts";
import { roleWords } from "#app/domain/account/role-words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";

const spaced = (name: string) => name.replaceAll(/[.-]/g, " ");
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** An action in words; by its own name where an older version recorded it. */
export const actionInWords = (action: string): string =>
  isAuditAction(action) ? auditActions[action] : sentence(spaced(action));

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
