import type { RateArea } from "#app/domain/abstraction/area.ts";
import { rateBInWords, type RateFigure, type RateHours } from "#app/domain/abstraction/rate-figure.ts";
import { minutesOfShares } from "#app/domain/abstraction/shares.ts";
import { csvCell } from "#app/services/account/audit-csv.ts";

const marking = "OFFICIAL-SENSITIVE. Abstraction rates. Percentages are of pooled hours: never average them.";

const header = [
  "kind",
  "code",
  "name",
  "month",
  "definition",
  "worked_out",
  "rate_a",
  "over_target",
  "rate_b_percent",
  "duty_minutes",
  "abstracted_a_minutes",
  "abstracted_b_minutes",
  "unauthorised_minutes",
  "exempt_minutes",
  "lent_minutes",
  "unavailable_minutes",
  "established_minutes",
  "delivered_percent",
  "confirmed_percent",
  "provisional",
  "restated",
];

const yesNo = (is: boolean) => (is ? "yes" : "no");
const bare = (percent: string | null | undefined) => (percent ?? "").replace("%", "");
const codeOf = ({ kind, code }: RateArea) => (kind === "force" ? "force" : code);

const minutesOf = (hours: RateHours | null): (number | string)[] =>
  hours === null
    ? Array<string>(7).fill("not shown")
    : [
        hours.duty,
        hours.abstractedA,
        hours.abstractedB,
        hours.unauthorised,
        hours.exempt,
        hours.lent,
        hours.unavailable,
      ].map(minutesOfShares);

export interface CsvLine {
  figure: RateFigure;
  isRestated: boolean;
}

/** Figures as a spreadsheet: the marking, the header, a line for each month of each part of the force. */
export function ratesCsv(lines: readonly CsvLine[]): string {
  const rows = lines.map(({ figure, isRestated }) => {
    const { area, month, version, isInForce, words, rate, hours, delivered, complete } = figure;
    return [
      area.kind,
      codeOf(area),
      area.name,
      month.slice(0, 7),
      version,
      isInForce ? "with the definition of the month" : "once more with a later definition",
      words.split(",")[0] ?? "",
      rate === null ? "" : yesNo(rate.isBreach),
      bare(rateBInWords(figure)),
      ...minutesOf(hours),
      hours === null ? "not shown" : minutesOfShares(hours.established),
      bare(delivered?.words),
      bare(complete?.words),
      yesNo(complete?.isProvisional === true),
      yesNo(isRestated),
    ];
  });
  return [[marking], header, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
