import type { FieldError } from "#app/domain/account/change.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { problemsOfBusinessWords, problemsOfTaskingWords } from "./refused-words.ts";
import { isForceLevel, taskingLevelWords, type TaskingLevel } from "./level.ts";

const mostHours = 12;
/** A group meets each month or quarter: what is further ahead is a slip of the year. */
const mostDaysAhead = 400;
const dayMs = 86_400_000;
const longestName = 100;
const longestPlace = 300;

/** A meeting as whoever calls it wants it. */
export interface WantedCall {
  startsAt: Date;
  endsAt: Date;
  /** Where it is; empty where it is only online. */
  place: string;
  /** How to join from elsewhere; empty where there is no such way. */
  joining: string;
  /** Who chairs it: one of those who are asked to it. */
  chairId: string | null;
}

/** What is wrong with a meeting to be called; nothing when all is well. `asked` are the accounts that are asked to it. */
export function problemsOfCall(wanted: WantedCall, asked: readonly string[], now: Date): FieldError[] {
  const { startsAt, endsAt, place, joining, chairId } = wanted;
  const problems: FieldError[] = [];
  if (startsAt <= now) problems.push({ field: "startsAt", message: "The meeting must begin in the future" });
  else if (startsAt.getTime() > now.getTime() + mostDaysAhead * dayMs)
    problems.push({ field: "day", message: "The meeting must be within the next year" });
  if (endsAt <= startsAt) problems.push({ field: "endsAt", message: "The meeting must end after it begins" });
  else if (endsAt > hoursAfter(startsAt, mostHours))
    problems.push({ field: "endsAt", message: `The meeting must last ${mostHours} hours or less` });
  if (place.trim() === "" && joining.trim() === "")
    problems.push({ field: "place", message: "Enter where the meeting is, or how people join it" });
  for (const [field, words] of [
    ["place", place],
    ["joining", joining],
  ] as const) {
    if (words.length > longestPlace)
      problems.push({ field, message: `Shorten this to ${longestPlace} characters or fewer` });
    // A link, a number to ring and an address are what is asked for here.
    for (const message of problemsOfBusinessWords(words)) problems.push({ field, message });
  }
  if (chairId === null) problems.push({ field: "chairId", message: "Choose who chairs the meeting" });
  else if (!asked.includes(chairId))
    problems.push({ field: "chairId", message: "Choose somebody who has a seat in the group" });
  return problems;
}

/** What a group is called; its name stands in mail, notices and calendars. */
export interface GroupNames {
  name: string;
  programme: string;
}

/** What is wrong with the names of a group, made or changed. */
export function problemsOfGroupNames(names: GroupNames): FieldError[] {
  const problems: FieldError[] = [];
  if (names.name.trim() === "") problems.push({ field: "name", message: "Enter what the group is called" });
  for (const field of ["name", "programme"] as const) {
    if (names[field].length > longestName)
      problems.push({ field, message: `Shorten this to ${longestName} characters or fewer` });
    for (const message of problemsOfTaskingWords(names[field])) problems.push({ field, message });
  }
  return problems;
}

/** What is wrong with what somebody is in a group, as the list of a meeting says it. */
export function problemsOfPosition(position: string): FieldError[] {
  const field = "position";
  if (position.trim() === "")
    return [{ field, message: "Enter what they are, such as “community safety officer”" }];
  if (position.length > longestName)
    return [{ field, message: `Shorten this to ${longestName} characters or fewer` }];
  return problemsOfTaskingWords(position).map((message) => ({ field, message }));
}

/** A group as whoever makes it wants it. */
export interface WantedGroup extends GroupNames {
  code: string;
  level: TaskingLevel;
  partnershipId: string | null;
  bcuId: string | null;
}

/** What is wrong with a group to be made, but for its code being taken. */
export function problemsOfGroup(wanted: WantedGroup): FieldError[] {
  const { code, level, partnershipId, bcuId } = wanted;
  const problems = problemsOfGroupNames(wanted);
  if (!/^[A-Z][A-Z0-9]{1,5}$/.test(code))
    problems.push({
      field: "code",
      message: "Enter a code of two to six capital letters and digits, like AV",
    });
  const hasArea = partnershipId !== null || bcuId !== null;
  if (isForceLevel(level) && hasArea)
    problems.push({ field: "area", message: `${taskingLevelWords[level]} is of the whole force` });
  if (level === "local" && partnershipId === null)
    problems.push({ field: "area", message: "Choose the partnership that it works for" });
  if (level === "tactical" && bcuId === null)
    problems.push({ field: "area", message: "Choose the BCU that it works for" });
  return problems;
}

/** "AV/14": how a meeting of a group is spoken of. */
export const meetingNumberOf = (group: { code: string }, meeting: { number: number }): string =>
  `${group.code}/${meeting.number}`;

// Enough to find them by; there may be hundreds.
const mostNamed = 5;

/**
 * Why a group cannot end: what is open in it would be nobody's any more. Null where nothing is. What is open is given by
 * the numbers of its meetings and actions.
 */
export function whyNotEnded(
  { code }: { code: string },
  { meetings, actions }: { meetings: readonly number[]; actions: readonly number[] },
): string | null {
  const named = (numbers: readonly number[], sign: string) => {
    const more = numbers.length - mostNamed;
    const said = numbers.slice(0, mostNamed).map((number) => `${code}${sign}${number}`);
    return [...said, ...(more > 0 ? [`${more} more`] : [])].join(", ");
  };
  const reasons = [
    ...(meetings.length === 0 ? [] : [`finish or cancel its meetings first: ${named(meetings, "/")}`]),
    ...(actions.length === 0
      ? []
      : [`close or withdraw its open and declined actions first: ${named(actions, "-")}`]),
  ];
  return reasons.length === 0 ? null : `Before the group ends, ${reasons.join("; ")}`;
}
