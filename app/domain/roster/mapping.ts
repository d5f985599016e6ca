import type { Code } from "#app/domain/abstraction/codes.ts";

/** What a code of the duty management system is to us: a duty, nothing, or what a duty was used for. */
export type Meaning = "duty" | "ignore" | Code;

export const dayForms = ["year-month-day", "day-month-year", "month-day-year"] as const;
export type DayForm = (typeof dayForms)[number];
export const durationUnits = ["hours", "minutes"] as const;
export type DurationUnit = (typeof durationUnits)[number];
/** Whose clock the times are of: London's, UTC, or each as its own offset says. */
export const rosterClocks = ["london", "utc", "offset"] as const;
export type RosterClock = (typeof rosterClocks)[number];
/** What a time is taken for that comes twice, as summer time ends. */
export const twiceRules = ["refuse", "first", "second"] as const;
export type TwiceRule = (typeof twiceRules)[number];

/** The names of columns, as the header of the file has them; null for one that it has not. */
export interface RosterColumns {
  post: string;
  /** The day, or day and time in one. */
  start: string;
  startTime: string | null;
  /** As `start`. Without it the end is on the day of the start or, where the time is not later, the day after. */
  end: string | null;
  endTime: string | null;
  /** In place of an end. */
  duration: string | null;
  offset: string | null;
  endOffset: string | null;
  code: string | null;
  /** What the system calls the row. */
  reference: string | null;
}

/** How the files of one duty management system are read. */
export interface RosterMapping {
  columns: RosterColumns;
  days: DayForm;
  durations: DurationUnit;
  clock: RosterClock;
  twice: TwiceRule;
  /** By the system's own codes, in capitals. */
  codes: Readonly<Record<string, Meaning>>;
  /** From the system's names of posts to our references; one that is not here is our reference itself. */
  posts: Readonly<Record<string, string>>;
  /** The first cell of a last line that holds the totals: then come rows, then hours. */
  trailer: string | null;
}

/** How a header is compared: without regard to case or spaces. */
export const columnKey = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, "_");

export const columnsOf = ({ columns }: RosterMapping): string[] =>
  Object.values(columns).flatMap((name: string | null) => (name === null ? [] : [columnKey(name)]));

/** What cannot be read by a mapping, said of the field that must change; nothing where all is well. */
export function problemsOfMapping({
  columns,
  clock,
  codes,
}: RosterMapping): [field: string, words: string][] {
  const problems: [string, string][] = [];
  if (columns.end === null && columns.endTime === null && columns.duration === null)
    problems.push(["end", "Name the column of the end, or of the duration"]);
  if (columns.duration !== null && (columns.end !== null || columns.endTime !== null))
    problems.push(["duration", "Name the column of the end or of the duration, not both"]);
  if (columns.startTime !== null && columns.end !== null && columns.endTime === null)
    problems.push(["endTime", "Name the column of the time of the end"]);
  if (clock !== "offset" && (columns.offset !== null || columns.endOffset !== null))
    problems.push(["offset", "Leave the offset empty, or choose that each time has its own"]);
  if (columns.offset !== null && columns.duration === null && columns.endOffset === null)
    problems.push(["endOffset", "Name the column of the end’s offset: it may be another than the start’s"]);
  if (columns.code !== null && Object.keys(codes).length === 0)
    problems.push(["codes", "Say what each code of the column means"]);
  // why: cover without the team it was for, its minimum and its strength cannot be logged at all.
  if (Object.values(codes).includes("R1"))
    problems.push([
      "codes",
      "R1 needs the response team and its strength, which no roster says: log it by hand",
    ]);
  return problems;
}
