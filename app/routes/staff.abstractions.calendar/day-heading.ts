import type { Day } from "#app/domain/team/day.ts";

const format = new Intl.DateTimeFormat("en-GB", { weekday: "short", day: "numeric", timeZone: "UTC" });

/** "Mon 23". */
export const dayHeading = (day: Day): string => format.format(new Date(`${day}T00:00:00Z`)).replace(",", "");
