import type { Day } from "#app/domain/team/day.ts";

/** A date as it is typed: three texts. */
export interface DayParts {
  day?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
}

const digits = /^\d{1,2}$/;

/** The day that three typed parts name, or null for one that no calendar has. */
export function dayOfParts({ day = "", month = "", year = "" }: DayParts): Day | null {
  if (!digits.test(day) || !digits.test(month) || !/^\d{4}$/.test(year)) return null;
  const text = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

/** A day in the three parts that a form shows. */
export const partsOfDay = (day: Day): Required<DayParts> => {
  const [year = "", month = "", date = ""] = day.split("-");
  return { day: String(Number(date)), month: String(Number(month)), year };
};
