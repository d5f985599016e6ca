import { z } from "zod";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { londonInstant, readTime } from "#app/domain/calendar/london-time.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import type { Announcement, WantedMeeting } from "#app/domain/meeting/announcement.ts";
import { meetingKinds } from "#app/domain/meeting/meeting.ts";
import { londonDay } from "#app/domain/team/day.ts";

/** A time of day as people type it, in minutes. */
export const time = (missing: string, real: string) =>
  z.string({ error: missing }).transform((typed, context): number => {
    const minutes = readTime(typed);
    if (minutes !== null) return minutes;
    context.addIssue({ code: "custom", message: real });
    return z.NEVER;
  });

const longest = { line: 120, words: 500 } as const;
const atMost = (characters: number) => `Shorten this to ${characters} characters or fewer`;
const line = (missing: string) => z.string({ error: missing }).max(longest.line, atMost(longest.line));
const words = z.string().max(longest.words, atMost(longest.words)).optional();

/** A meeting as the form asks for it: the times are minutes of the day in London. */
export const meetingSchema = z.object({
  kind: z.enum(meetingKinds, { error: "Choose what kind of meeting it is" }),
  title: line("Enter what the meeting is called"),
  day: requiredDay("Enter the day", "The day must be a real date, like 27 3 2027"),
  startsAt: time("Enter when it begins", "Enter when it begins, like 6pm or 18:00"),
  endsAt: time("Enter when it ends", "Enter when it ends, like 7:30pm or 19:30"),
  place: words,
  joining: words,
  howToGetIn: z
    .string({ error: "Enter how to get in, such as which door and whether there are steps" })
    .max(longest.words, atMost(longest.words)),
  whoComes: line("Enter who comes, such as “your sergeant and a PCSO”"),
  isNamingMeant: z.literal("yes").optional(),
});

/** What was typed, as the rules take it. */
export function toWanted({
  day,
  startsAt,
  endsAt,
  place = "",
  joining = "",
  isNamingMeant,
  ...rest
}: z.output<typeof meetingSchema>): WantedMeeting {
  return {
    ...rest,
    place,
    joining,
    startsAt: londonInstant(day, startsAt),
    endsAt: londonInstant(day, endsAt),
    isNamingMeant: isNamingMeant === "yes",
  };
}

// An interface would want an index for every other name.
export type MeetingFormFields = {
  kind: string;
  title: string;
  day: DayParts | undefined;
  startsAt: string;
  endsAt: string;
  place: string;
  joining: string;
  howToGetIn: string;
  whoComes: string;
  isNamingMeant: string;
};

/** A stored meeting as the form shows it. */
export const toTyped = ({ startsAt, endsAt, ...rest }: Announcement & { whoComes: string }) => ({
  kind: rest.kind,
  title: rest.title,
  day: partsOfDay(londonDay(startsAt)),
  startsAt: timeInWords(startsAt),
  endsAt: timeInWords(endsAt),
  place: rest.place,
  joining: rest.joining,
  howToGetIn: rest.howToGetIn,
  whoComes: rest.whoComes,
});
