import type { FieldError } from "#app/domain/account/change.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { isForceLevel, taskingLevelWords, type TaskingLevel } from "./level.ts";

const mostHours = 12;
/** A group meets each month or quarter: what is further ahead is a slip of the year. */
const mostDaysAhead = 400;
const dayMs = 86_400_000;

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
  if (chairId === null) problems.push({ field: "chairId", message: "Choose who chairs the meeting" });
  else if (!asked.includes(chairId))
    problems.push({ field: "chairId", message: "Choose somebody who has a seat in the group" });
  return problems;
}

/** A group as whoever makes it wants it. */
export interface WantedGroup {
  code: string;
  name: string;
  level: TaskingLevel;
  partnershipId: string | null;
  bcuId: string | null;
}

/** What is wrong with a group to be made, but for its code being taken. */
export function problemsOfGroup({ code, name, level, partnershipId, bcuId }: WantedGroup): FieldError[] {
  const problems: FieldError[] = [];
  if (!/^[A-Z][A-Z0-9]{1,5}$/.test(code))
    problems.push({ field: "code", message: "Enter a code of two to six capital letters and digits, like AV" });
  if (name.trim() === "") problems.push({ field: "name", message: "Enter what the group is called" });
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
