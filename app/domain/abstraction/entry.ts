import type { Role } from "#app/domain/access.ts";
import type { FieldError } from "#app/domain/account/change.ts";
import { problemsOfNaming } from "#app/domain/concern/summary-check.ts";
import { attachment, isCode, lent, responseCover, type Code, type CodeKind } from "./codes.ts";
import type { Span } from "./month.ts";

/** Who may have asked for or authorised an abstraction: roles, never persons. */
export const askingRoles = [
  "duty-inspector",
  "response-sergeant",
  "inspector",
  "commander",
  "chief-officer",
  "contact-centre",
] as const satisfies readonly Role[];
export type AskingRole = (typeof askingRoles)[number];

/** What is said of an entry besides whose, when and which code. */
export interface EntryFacts {
  isPlanned: boolean;
  requesterUnit: string | null;
  requesterRole: AskingRole | null;
  authoriserRole: AskingRole | null;
  exemptIncident: string | null;
  reason: string | null;
  /** Where the post was lent to. */
  neighbourhoodId: string | null;
  priorityId: string | null;
  notDone: string | null;
  responseTeamId: string | null;
  minimum: number | null;
  actual: number | null;
  evidenceReference: string | null;
}

/** An entry as it is wanted. */
export interface EntryWords extends EntryFacts, Span {
  code: Code;
}

/** Nothing said besides. */
export const noFacts: EntryFacts = {
  isPlanned: false,
  requesterUnit: null,
  requesterRole: null,
  authoriserRole: null,
  exemptIncident: null,
  reason: null,
  neighbourhoodId: null,
  priorityId: null,
  notDone: null,
  responseTeamId: null,
  minimum: null,
  actual: null,
  evidenceReference: null,
};

const mostLine = 80;
const mostWords = 600;
const dayMs = 86_400_000;
/** What happens now may be logged a little before it begins, and to the end of the longest duty. */
const mostHoursAhead = 4;
const mostHoursToEnd = 36;
/** What is planned is known so far ahead. */
const mostDaysPlanned = 100;
const mostDays = 31;
/** An attachment or an absence goes on for longer. */
const mostDaysAway = 400;
export const mostStaff = 99;

const after = (at: Date, ms: number) => new Date(at.getTime() + ms);
const error = (field: string, message: string): FieldError => ({ field, message });

/** How many the response team was short of; null where it is no response cover. */
export const shortfallOf = ({ minimum, actual }: Pick<EntryFacts, "minimum" | "actual">): number | null =>
  minimum === null || actual === null ? null : minimum - actual;

/** Everything that is wrong with an entry, by the field of the form; none where it may be kept. */
export function problemsOfEntry(entry: EntryWords, kind: CodeKind, now: Date): FieldError[] {
  return [
    ...problemsOfTime(entry, kind, now),
    ...(entry.code === responseCover ? problemsOfCover(entry) : []),
    ...(entry.code === lent && entry.neighbourhoodId === null
      ? [error("neighbourhoodId", "Select the neighbourhood they worked in")]
      : []),
    ...problemsOfText(entry),
  ];
}

function problemsOfTime({ code, from, to, isPlanned }: EntryWords, kind: CodeKind, now: Date): FieldError[] {
  if (to <= from) return [error("endsAt", "The end must be after the beginning")];
  const isLong = kind === "unavailable" || code === attachment;
  const most = isLong ? mostDaysAway : mostDays;
  if (to > after(from, most * dayMs)) return [error("endsAt", `An entry is ${most} days at most`)];
  const hourMs = 3_600_000;
  if (isPlanned || kind === "unavailable")
    return from > after(now, mostDaysPlanned * dayMs)
      ? [error("startsAt", `What is planned can be logged ${mostDaysPlanned} days ahead at most`)]
      : [];
  if (from > after(now, mostHoursAhead * hourMs))
    return [error("startsAt", "This has not begun. If it is planned, say so under “More about it”")];
  return to > after(now, mostHoursToEnd * hourMs)
    ? [error("endsAt", "This ends too far ahead. If it is planned, say so under “More about it”")]
    : [];
}

function problemsOfCover({ responseTeamId, minimum, actual }: EntryWords): FieldError[] {
  const errors = [
    ...(responseTeamId === null
      ? [error("responseTeamId", "Select the response team that was covered")]
      : []),
    ...(minimum === null ? [error("minimum", "Enter the minimum of the response team, like 8")] : []),
    ...(actual === null ? [error("actual", "Enter how many officers the response team had, like 6")] : []),
  ];
  const shortfall = shortfallOf({ minimum, actual });
  return shortfall !== null && shortfall <= 0
    ? [...errors, error("actual", "The actual number must be below the minimum. Else it is another code")]
    : errors;
}

const texts = [
  ["requesterUnit", mostLine],
  ["evidenceReference", mostLine],
  ["exemptIncident", mostLine],
  ["reason", mostWords],
  ["notDone", mostWords],
] as const satisfies readonly (readonly [keyof EntryFacts, number])[];

const problemsOfText = (entry: EntryFacts): FieldError[] =>
  texts.flatMap(([field, most]) => problemsOfWords(field, entry[field], most));

/** What may not stand in words about an entry: too many of them, and whatever points at a person. */
export function problemsOfWords(field: string, words: string | null, most = mostWords): FieldError[] {
  if (words === null) return [];
  if (words.length > most) return [error(field, `Shorten it to ${most} characters or fewer`)];
  // What officers are used for has crimes and arrests in it; who, it never says.
  return problemsOfNaming(words, ["accusation", "intelligence"]).map((message) => error(field, message));
}

/** The code that was chosen, as a definition's table has it. */
export const kindIn = (
  codes: readonly { code: Code; kind: CodeKind }[],
  chosen: unknown,
): { code: Code; kind: CodeKind } | null =>
  isCode(chosen) ? (codes.find(({ code }) => code === chosen) ?? null) : null;
