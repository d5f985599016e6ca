import type { FieldError } from "#app/domain/account/change.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { timeInWords, weekdayInWords } from "#app/domain/calendar/words.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { MeetingKind } from "./meeting.ts";

const mostHours = 24;

/** A meeting as staff announce it. */
export interface Announcement {
  kind: MeetingKind;
  title: string;
  startsAt: Date;
  endsAt: Date;
  /** Where it is; empty online. */
  place: string;
  /** How to join online: an address or a number to call; empty where there is no such way. */
  joining: string;
  /** "How to get in": the door, steps, a lift, a hearing loop, parking; online, captions. */
  howToGetIn: string;
}

/** An announcement with what is public besides, and what was confirmed of it. */
export interface WantedMeeting extends Announcement {
  /** Roles, never names: "your sergeant and a PCSO". */
  whoComes: string;
  /** A surname of the team that was typed is a common word here. */
  isNamingMeant: boolean;
}

/** What is wrong with a meeting to be announced; nothing when all is well. */
export function problemsOfMeeting(meeting: Announcement, now: Date): FieldError[] {
  const { kind, title, startsAt, endsAt, place, joining, howToGetIn } = meeting;
  const problems: FieldError[] = [];
  const isBlank = (text: string) => text.trim() === "";
  if (isBlank(title)) problems.push({ field: "title", message: "Enter what the meeting is called" });
  if (startsAt <= now) problems.push({ field: "startsAt", message: "The meeting must begin in the future" });
  if (endsAt <= startsAt) problems.push({ field: "endsAt", message: "The meeting must end after it begins" });
  else if (endsAt > hoursAfter(startsAt, mostHours))
    problems.push({ field: "endsAt", message: `The meeting must last ${mostHours} hours or less` });
  if (kind === "online" && isBlank(joining))
    problems.push({ field: "joining", message: "Enter how people can join" });
  if (kind !== "online" && isBlank(place))
    problems.push({ field: "place", message: "Enter where the meeting is" });
  if (isBlank(howToGetIn))
    problems.push({
      field: "howToGetIn",
      message: "Enter how to get in, such as which door and whether there are steps",
    });
  return problems;
}

/** When a meeting is, in London: "Tuesday 3 March, 6pm to 7:30pm". */
export function meetingTimeInWords(
  { startsAt, endsAt }: Pick<Announcement, "startsAt" | "endsAt">,
  today: Day,
): string {
  const begins = `${weekdayInWords(startsAt, today)}, ${timeInWords(startsAt)}`;
  const endsSameDay = londonDay(startsAt) === londonDay(endsAt);
  return endsSameDay
    ? `${begins} to ${timeInWords(endsAt)}`
    : `${begins} to ${weekdayInWords(endsAt, today)}, ${timeInWords(endsAt)}`;
}
