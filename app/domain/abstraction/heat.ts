import { sharesOfMinute } from "./shares.ts";

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export interface HeatCell {
  /** Hours, "12" or "0.5"; empty where nothing was taken. */
  words: string;
  /** From 0, nothing, to 4, near the most. */
  shade: number;
}

export interface Heat {
  /** One for each hour of a day, with a cell for each day of the week from Monday. */
  rows: { hour: string; cells: HeatCell[] }[];
  totals: string[];
  /** "Most is taken on Saturday from 21:00 to 22:00." Null where nothing was. */
  words: string | null;
}

const shades = 4;
const hoursOf = (shares: number) => shares / sharesOfMinute / 60;
const wholeFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const tenthFormat = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** With a decimal only where there is little: less than a tenth of an hour is still not nought. */
function inWords(shares: number): string {
  const hours = hoursOf(shares);
  if (hours === 0) return "";
  if (hours < 0.05) return "<0.1";
  return (hours < 9.95 ? tenthFormat : wholeFormat).format(hours);
}

const clock = (hour: number) => `${String(hour % 24).padStart(2, "0")}:00`;

/** The hours of the week as a table of shades; hour 0 is Monday from midnight to one. */
export function heatOf(hours: readonly { hour: number; shares: number }[]): Heat {
  const sums = Array.from({ length: 168 }, () => 0);
  for (const { hour, shares } of hours) sums[hour] = (sums[hour] ?? 0) + shares;
  const most = Math.max(...sums);
  const at = sums.indexOf(most);
  const cellOf = (shares: number): HeatCell => ({
    words: inWords(shares),
    shade: shares === 0 ? 0 : Math.ceil((shades * shares) / most),
  });
  return {
    rows: Array.from({ length: 24 }, (_, hour) => ({
      hour: clock(hour),
      cells: weekdays.map((_day, day) => cellOf(sums[day * 24 + hour] ?? 0)),
    })),
    totals: weekdays.map((_day, day) =>
      inWords(sums.slice(day * 24, day * 24 + 24).reduce((sum, shares) => sum + shares, 0)),
    ),
    words:
      most === 0
        ? null
        : `Most is taken on ${weekdays[Math.floor(at / 24)] ?? ""} from ${clock(at)} to ${clock(at + 1)}.`,
  };
}
