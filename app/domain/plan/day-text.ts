import { dayOfParts, partsOfDay, type DayParts } from "#app/domain/account/day-parts.ts";

/**
 * A date that was typed in three parts, as a field of a plan holds it: the day, or, where no calendar has it, what was
 * typed, so that it can be refused without being lost.
 */
export function dayTextOf({ day = "", month = "", year = "" }: DayParts): string {
  const parts = { day: day.trim(), month: month.trim(), year: year.trim() };
  if (Object.values(parts).every((part) => part === "")) return "";
  return dayOfParts(parts) ?? `${parts.day}/${parts.month}/${parts.year}`;
}

/** The three parts of such a text. */
export function partsOfDayText(text: string): Required<DayParts> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return partsOfDay(text);
  const [day = "", month = "", year = ""] = text.split("/");
  return { day, month, year };
}
