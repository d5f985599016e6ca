import { z } from "zod";
import { time } from "#app/components/meeting/meeting-schema.ts";
import { requiredDay } from "#app/components/staff/day-schema.ts";
import { partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";
import { londonInstant } from "#app/domain/calendar/london-time.ts";
import { timeInWords } from "#app/domain/calendar/words.ts";
import type { WantedCall } from "#app/domain/tasking/calling.ts";
import { londonDay } from "#app/domain/team/day.ts";

const mostLetters = 500;
const words = z.string().max(mostLetters, `Shorten this to ${mostLetters} characters or fewer`).optional();

/** When and where a group meets, as the form asks for it. */
export const callSchema = z.object({
  day: requiredDay("Enter the day", "The day must be a real date, like 27 3 2027"),
  startsAt: time("Enter when it begins", "Enter when it begins, like 10am or 10:00"),
  endsAt: time("Enter when it ends", "Enter when it ends, like 11:30am or 11:30"),
  place: words,
  joining: words,
  chairId: z.string().optional(),
});

/** What was typed, as the rules take it. */
export const toCall = ({
  day,
  startsAt,
  endsAt,
  place = "",
  joining = "",
  chairId,
}: Omit<z.output<typeof callSchema>, "version">): WantedCall => ({
  startsAt: londonInstant(day, startsAt),
  endsAt: londonInstant(day, endsAt),
  place,
  joining,
  chairId: chairId ?? null,
});

// An interface would want an index for every other name.
export type CallFormFields = {
  day: DayParts | undefined;
  startsAt: string;
  endsAt: string;
  place: string;
  joining: string;
  chairId: string;
};

/** A stored meeting as the form shows it. */
export const toTypedCall = (meeting: {
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  howToJoin: string | null;
  chairId: string | null;
}) => ({
  day: partsOfDay(londonDay(meeting.startsAt)),
  startsAt: timeInWords(meeting.startsAt),
  endsAt: timeInWords(meeting.endsAt),
  place: meeting.place ?? "",
  joining: meeting.howToJoin ?? "",
  chairId: meeting.chairId ?? "",
});
