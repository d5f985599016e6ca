import { dayInWords } from "#app/domain/account/day-words.ts";
import { dayOfParts } from "#app/domain/account/day-parts.ts";
import type { Day } from "#app/domain/team/day.ts";
import type { MeasureKind } from "./measure.ts";

/** One figure as it was typed; without a value it is to be taken out. */
export interface TypedFigure {
  on: Day;
  value: number | null;
  asked: number | null;
}

export const mostTypedLines = 60;
const mostValue = 1_000_000;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const isoForm = /^(?<year>\d{4})-(?<month>\d{1,2})(?:-(?<day>\d{1,2}))?(?!\d)/;
const digitsForm = /^(?:(?<day>\d{1,2})[ /.-])?(?<month>\d{1,2})[ /.-](?<year>\d{4})(?!\d)/;
const namedForm = /^(?:(?<day>\d{1,2}) )?(?<name>[a-z]{3,9}),? (?<year>\d{4})(?!\d)/i;
const figureForm =
  /^(?:(?<none>none)|(?<value>\d+(?:\.\d+)?) ?(?<percent>%|per ?cent)?(?: (?<of>(?:out )?of )?(?<asked>\d+))?)$/i;

/** The day, or the month's first, that a line begins with, and what follows it; null where it begins with none. */
function dateOf(line: string): { on: Day | null; rest: string } | null {
  const found = isoForm.exec(line) ?? digitsForm.exec(line) ?? namedForm.exec(line);
  if (found === null) return null;
  const { day = "1", month, name, year } = found.groups ?? {};
  const number = month ?? String(months.indexOf((name ?? "").slice(0, 3).toLowerCase()) + 1);
  const on = dayOfParts({ day, month: number, year });
  return { on, rest: line.slice(found[0].length) };
}

/** A line without what only separates: tabs of a spreadsheet, colons, commas in thousands. */
const tidy = (line: string) =>
  line
    .replaceAll(/(?<=(?<![\d/.-])\d{1,3}(?:,\d{3})*),(?=\d{3}(?!\d))/g, "")
    .replaceAll(/[\s:;,=]+/g, " ")
    .trim();

const example = { survey: "March 2026: 63% of 108", other: "March 2026: 14" };

/** Reads one line; what is wrong with it is a text. */
function readLine(line: string, kind: MeasureKind, today: Day): TypedFigure | string {
  const isSurvey = kind === "survey";
  const date = dateOf(line);
  if (date === null)
    return `begin with the month or the day, like “${example[isSurvey ? "survey" : "other"]}”`;
  const { on } = date;
  if (on === null) return "enter a real date";
  if (on > today) return "enter a date that is not after today";
  const groups = figureForm.exec(date.rest.trim())?.groups;
  if (groups === undefined)
    return `enter one figure after the date, like “${example[isSurvey ? "survey" : "other"]}”`;
  if (groups["none"] !== undefined) return { on, value: null, asked: null };
  const value = Number(groups["value"]);
  const asked = groups["asked"] === undefined ? null : Number(groups["asked"]);
  if (value > mostValue || (asked ?? 0) > mostValue) return "enter a smaller figure";
  if (!isSurvey) return asked === null ? { on, value, asked } : "enter one figure only";
  // "63 of 108" may be meant as people: that is 58 per cent.
  if (groups["of"] !== undefined && groups["percent"] === undefined)
    return `give the share in per cent, like “${example.survey}”`;
  if (value > 100) return "enter a share from 0 to 100";
  if (asked === null || asked === 0) return `say how many people were asked, like “${example.survey}”`;
  return { on, value, asked };
}

/** Figures typed in, one to a line: all of them, or what is wrong with each line that cannot be read. */
export function readFigures(
  text: string,
  kind: MeasureKind,
  today: Day,
): { figures: TypedFigure[]; problems: string[] } {
  const lines = text.split("\n").map(tidy);
  const figures: TypedFigure[] = [];
  const problems: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line === "") continue;
    const read = readLine(line, kind, today);
    if (typeof read === "string") problems.push(`Line ${at + 1}: ${read}`);
    else if (figures.some(({ on }) => on === read.on))
      problems.push(`Line ${at + 1}: ${dayInWords(read.on)} is here twice`);
    else figures.push(read);
  }
  if (figures.length + problems.length === 0) problems.push("Enter a date and a figure");
  if (lines.length > mostTypedLines) problems.push(`Enter ${mostTypedLines} lines or fewer at a time`);
  return { figures, problems };
}
