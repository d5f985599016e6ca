import { helpOnSight, mostHelpMinutes, type Code } from "#app/domain/abstraction/codes.ts";
import type { RosterRowState } from "#app/domain/abstraction/words.ts";
import { addDays } from "#app/domain/team/day.ts";
import { columnKey, type Meaning, type RosterColumns, type RosterMapping } from "./mapping.ts";
import { quoted } from "./quoted.ts";
import { instantOf, readDayAndTime, readOffset, readStamp, type Written } from "./read-instant.ts";

/** A row of a roster, read: what it is, or why it is not taken. */
export interface RosterRow {
  line: number;
  state: RosterRowState;
  reason: string | null;
  postId: string | null;
  startsAt: Date | null;
  endsAt: Date | null;
  /** Null for a duty. */
  code: Code | null;
  reference: string | null;
}

/** A post of the force by our reference: its id, and whether it is of a Safer Neighbourhoods Team. */
export type KnownPosts = ReadonlyMap<string, { id: string; isOfTeam: boolean }>;

type Cells = Readonly<Record<string, string>>;
type Why = { why: string };
interface Times {
  startsAt: Date;
  endsAt: Date;
}

export const mostDutyHours = 36;
const mostEntryDays = 400;
const mostDaysAhead = 400;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const mostReference = 60;

/** One row by its mapping. It says what is wrong of the row by itself; what is wrong beside others is `checkTogether`'s. */
export function readRosterRow(
  { line, cells }: { line: number; cells: Cells },
  mapping: RosterMapping,
  { posts, now }: { posts: KnownPosts; now: Date },
): RosterRow {
  const cell = (column: keyof RosterColumns): string => {
    const name = mapping.columns[column];
    return name === null ? "" : (cells[columnKey(name)] ?? "");
  };
  const meaning = meaningOf(cell, mapping);
  const post = postOf(cell("post"), mapping, posts);
  const times = timesOf(cell, mapping);
  const row: RosterRow = {
    line,
    state: "taken",
    reason: null,
    postId: "why" in post ? null : post.id,
    startsAt: "why" in times ? null : times.startsAt,
    endsAt: "why" in times ? null : times.endsAt,
    code: typeof meaning === "object" || meaning === "duty" || meaning === "ignore" ? null : meaning,
    reference: cell("reference").slice(0, mostReference) || null,
  };
  if (meaning === "ignore" && !isTooFar(row, now)) {
    return { ...row, state: "ignored", reason: `The mapping leaves out the code ${quoted(cell("code"))}` };
  }
  const why =
    wordsOf(meaning) ??
    wordsOf(post) ??
    wordsOf(times) ??
    (isTooFar(row, now) ? "It is too far from today: check the year" : tooLong(row));
  return why === null ? row : { ...row, state: "refused", reason: why };
}

const wordsOf = (found: object | string): string | null =>
  typeof found === "object" && "why" in found && typeof found.why === "string" ? found.why : null;

type Cell = (column: keyof RosterColumns) => string;

function meaningOf(cell: Cell, { columns, codes }: RosterMapping): Meaning | Why {
  if (columns.code === null) return "duty";
  const code = cell("code").trim().toUpperCase();
  const meaning = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (meaning !== undefined) return meaning;
  return { why: code === "" ? "The code is missing" : `The mapping does not know the code ${quoted(code)}` };
}

function postOf(theirs: string, mapping: RosterMapping, posts: KnownPosts): { id: string } | Why {
  if (theirs === "") return { why: "The post is missing" };
  const reference = Object.hasOwn(mapping.posts, theirs) ? (mapping.posts[theirs] ?? theirs) : theirs;
  const post = posts.get(reference);
  // why: a cell with a space in it may be somebody's name, which stays out of reports.
  const name = /^\S{1,40}$/.test(theirs) ? quoted(theirs) : "The cell";
  if (post === undefined) return { why: `${name} is no post that this platform or the mapping knows` };
  return post.isOfTeam ? post : { why: `${name} is a post of no Safer Neighbourhoods Team` };
}

function timesOf(cell: Cell, mapping: RosterMapping): Times | Why {
  const { columns, days } = mapping;
  if (cell("start") === "") return { why: "The start is missing" };
  const start =
    columns.startTime === null
      ? readStamp(cell("start"), days)
      : readDayAndTime(cell("start"), cell("startTime"), days);
  if ("why" in start) return start;
  const startsAt = instantOf(withOffset(start, cell("offset")), "start", mapping);
  if ("why" in startsAt) return startsAt;
  const endsAt =
    columns.duration === null ? endOf(cell, mapping, start) : lengthOf(cell("duration"), mapping, startsAt);
  if ("why" in endsAt) return endsAt;
  if (endsAt <= startsAt) return { why: "The end is not after the start" };
  return { startsAt, endsAt };
}

const withOffset = (written: Written, typed: string): Written => ({
  ...written,
  offset: written.offset ?? readOffset(typed),
});

function endOf(cell: Cell, mapping: RosterMapping, start: Written): Date | Why {
  const { columns, days } = mapping;
  const written = writtenEnd(cell, columns, { days, start });
  return "why" in written ? written : instantOf(withOffset(written, cell("endOffset")), "end", mapping);
}

function writtenEnd(
  cell: Cell,
  { end, endTime }: RosterColumns,
  { days, start }: { days: RosterMapping["days"]; start: Written },
): Written | Why {
  if (endTime === null) {
    return cell("end") === "" ? { why: "The end is missing" } : readStamp(cell("end"), days);
  }
  if (cell("endTime") === "") return { why: "The end is missing" };
  if (end !== null) return readDayAndTime(cell("end"), cell("endTime"), days);
  const sameDay = readDayAndTime(start.day, cell("endTime"), "year-month-day");
  if ("why" in sameDay) return sameDay;
  return sameDay.minutes > start.minutes ? sameDay : { ...sameDay, day: addDays(start.day, 1) };
}

/** In whole minutes, counted on from the start: an hour of it is an hour, whatever the clocks do. */
function lengthOf(typed: string, { durations }: RosterMapping, startsAt: Date): Date | Why {
  const [matched, whole = "", minutes] = /^(\d{1,4}(?:\.\d+)?)(?::([0-5]\d))?$/.exec(typed.trim()) ?? [];
  const length =
    minutes === undefined
      ? Number(whole) * (durations === "hours" ? 60 : 1)
      : Number(whole) * 60 + Number(minutes);
  if (matched === undefined || !Number.isFinite(length)) return { why: `${quoted(typed)} is no duration` };
  return new Date(startsAt.getTime() + Math.round(length) * 60_000);
}

function tooLong({ startsAt, endsAt, code }: RosterRow): string | null {
  if (startsAt === null || endsAt === null) return null;
  const length = endsAt.getTime() - startsAt.getTime();
  if (code === null && length > mostDutyHours * hourMs) return `It is longer than ${mostDutyHours} hours`;
  if (length > mostEntryDays * dayMs) return `It is longer than ${mostEntryDays} days`;
  if (code === helpOnSight && length > mostHelpMinutes * 60_000)
    return `${helpOnSight} is at most ${mostHelpMinutes} minutes: what is longer is R2`;
  return null;
}

// Seven years: no roster is older than what is kept of it.
const mostDaysBack = 2_557;

/** A slip in the year: it would make the roster one of all the days between. */
function isTooFar({ startsAt }: RosterRow, now: Date): boolean {
  if (startsAt === null) return false;
  const ahead = (startsAt.getTime() - now.getTime()) / dayMs;
  return ahead > mostDaysAhead || ahead < -mostDaysBack;
}
