import { licence, type OpenMonth, type OpenQuarter } from "#app/domain/abstraction/open-data.ts";
import { csvCell } from "#app/services/account/audit-csv.ts";

/** What the spreadsheet is made of: the same as the JSON. */
export interface PublishedFigures {
  force: readonly OpenMonth[];
  bcus: readonly { bcu: { code: string; name: string }; months: readonly OpenMonth[] }[];
  neighbourhoods: readonly {
    neighbourhood: { slug: string; code: string; name: string };
    quarters: readonly OpenQuarter[];
  }[];
}

const header = [
  "scope",
  "code",
  "name",
  "from",
  "to",
  "definition",
  "published_on",
  "is_latest",
  "percent",
  "band",
  "over_target",
  "over_target_since",
  "provisional",
  "percent_b",
  "percent_complete",
  "percent_delivered",
  "duty_hours",
  "abstracted_hours",
  "exempt_hours",
  "spent_of_100",
  "lent_of_100",
  "restatement",
] as const;

type Row = Partial<Record<(typeof header)[number], string | number | null>>;
type Common = Omit<OpenMonth["earlier"][number], keyof AreaOnly> & { publishedOn: string };
type AreaOnly = Pick<
  OpenMonth,
  "percentB" | "percentComplete" | "percentDelivered" | "dutyHours" | "abstractedHours" | "exemptHours"
>;

const yesNo = (is: boolean | null) => (is === null ? null : is ? "yes" : "no");

const commonCells = ({ publishedOn, percent, band, isOverTarget, isProvisional }: Common): Row => ({
  published_on: publishedOn,
  percent,
  band,
  over_target: yesNo(isOverTarget),
  provisional: yesNo(isProvisional),
});

const monthCells = (shown: OpenMonth | OpenMonth["earlier"][number]): Row => ({
  ...commonCells(shown),
  percent_b: shown.percentB,
  percent_complete: shown.percentComplete,
  percent_delivered: shown.percentDelivered,
  duty_hours: shown.dutyHours,
  abstracted_hours: shown.abstractedHours,
  exempt_hours: shown.exemptHours,
});

const quarterCells = (shown: OpenQuarter | OpenQuarter["earlier"][number]): Row => ({
  ...commonCells(shown),
  spent_of_100: shown.spentOfHundred,
  lent_of_100: shown.lentOfHundred,
});

/** The lines of a figure: what it is now, then what it was before. */
function linesOf<Earlier, Figure extends (OpenMonth | OpenQuarter) & { earlier: readonly Earlier[] }>(
  whose: Row,
  figure: Figure,
  cellsOf: (shown: Figure | Earlier) => Row,
): Row[] {
  const period: Row = { ...whose, from: figure.from, to: figure.to, definition: figure.definition };
  return [
    {
      ...period,
      ...cellsOf(figure),
      is_latest: "yes",
      over_target_since: figure.overTargetSince,
      restatement: figure.restatement,
    },
    ...figure.earlier.map((shown) => ({ ...period, ...cellsOf(shown), is_latest: "no" })),
  ];
}

/** The published figures as a spreadsheet (RFC 4180, UTF-8); the last line says whose they are. */
export function publishedCsv({ force, bcus, neighbourhoods }: PublishedFigures): string {
  const rows: Row[] = [
    ...force.flatMap((figure) => linesOf({ scope: "force" }, figure, monthCells)),
    ...bcus.flatMap(({ bcu: { code, name }, months }) =>
      months.flatMap((figure) => linesOf({ scope: "bcu", code, name }, figure, monthCells)),
    ),
    ...neighbourhoods.flatMap(({ neighbourhood: { code, name }, quarters }) =>
      quarters.flatMap((figure) => linesOf({ scope: "neighbourhood", code, name }, figure, quarterCells)),
    ),
    { scope: `Contains public sector information licensed under the ${licence.name}: ${licence.url}` },
  ];
  return [header.map(csvCell), ...rows.map((row) => header.map((name) => csvCell(row[name] ?? null)))]
    .map((cells) => `${cells.join(",")}\r\n`)
    .join("");
}
