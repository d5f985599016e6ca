import { rosterRowStates, type RosterRowState } from "#app/domain/abstraction/words.ts";

export interface RowsAndMinutes {
  rows: number;
  minutes: number;
}

/** What became of every row of a roster. */
export type RosterAccount = Readonly<Record<RosterRowState, RowsAndMinutes>>;

/** What the source, or whoever sends it, says that it holds. */
export interface Stated {
  rows: number | null;
  minutes: number | null;
}

export const emptyAccount = (): Record<RosterRowState, RowsAndMinutes> => ({
  taken: { rows: 0, minutes: 0 },
  unchanged: { rows: 0, minutes: 0 },
  ignored: { rows: 0, minutes: 0 },
  refused: { rows: 0, minutes: 0 },
});

export const allOf = (account: RosterAccount): RowsAndMinutes =>
  rosterRowStates.reduce(
    (sum, state) => ({
      rows: sum.rows + account[state].rows,
      minutes: sum.minutes + account[state].minutes,
    }),
    { rows: 0, minutes: 0 },
  );

/** "1,443 hours", "41 hours 20 minutes" */
export function hoursInWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const whole = `${hours.toLocaleString("en-GB")} ${hours === 1 ? "hour" : "hours"}`;
  return rest === 0 ? whole : `${whole} ${rest} ${rest === 1 ? "minute" : "minutes"}`;
}

/** "200,000 rows = 199,000 taken + 0 unchanged + 500 ignored + 500 refused" */
export function accountInWords(account: RosterAccount): string {
  const count = (rows: number) => rows.toLocaleString("en-GB");
  const { rows } = allOf(account);
  const parts = rosterRowStates.map((state) => `${count(account[state].rows)} ${state}`).join(" + ");
  return `${count(rows)} ${rows === 1 ? "row" : "rows"} = ${parts}`;
}

/** Hours as people state them ("8123.5", "8,123.33", "41:20"), in the nearest whole minute; null for none. */
export function readHours(typed: string): number | null {
  const [matched, whole = "", minutes] =
    /^(\d{1,9}(?:\.\d+)?)(?::([0-5]\d))?$/.exec(typed.replace(/[,\s]/g, "")) ?? [];
  if (matched === undefined || (minutes !== undefined && whole.includes("."))) return null;
  return Math.round(Number(whole) * 60) + Number(minutes ?? 0);
}

/** Why a roster may not come into force: what was read is not what was stated. Nothing where it is. */
export function differences(read: RowsAndMinutes, stated: Stated): string[] {
  const words: string[] = [];
  const count = (rows: number) => rows.toLocaleString("en-GB");
  if (stated.rows !== null && stated.rows !== read.rows)
    words.push(`${count(stated.rows)} rows were stated, and ${count(read.rows)} were read.`);
  if (stated.minutes !== null && stated.minutes !== read.minutes)
    words.push(`${hoursInWords(stated.minutes)} were stated, and ${hoursInWords(read.minutes)} were read.`);
  return words;
}

/** The totals of a trailer line, whose first cell is its name: then come rows and hours. Null where it is none. */
export function readTrailer(cells: readonly string[], name: string | null): Stated | null {
  if (name === null || cells[0]?.trim().toUpperCase() !== name.trim().toUpperCase()) return null;
  const rows = cells[1]?.replace(/[,\s]/g, "") ?? "";
  return {
    rows: /^\d{1,9}$/.test(rows) ? Number(rows) : null,
    minutes: readHours(cells[2] ?? ""),
  };
}
