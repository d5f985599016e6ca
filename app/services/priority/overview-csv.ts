import { categoryWords } from "#app/domain/concern/categories.ts";
import { priorityOriginWords } from "#app/domain/priority/origin.ts";
import type { Overview, OverviewPlace } from "#app/domain/priority/overview.ts";
import { csvCell } from "#app/services/account/audit-csv.ts";

const header = [
  "neighbourhood",
  "bcu",
  "section",
  "team",
  "reference",
  "priority",
  "theme",
  "origin",
  "stage",
  "adopted_on",
  "age_days",
  "late",
  "low_participation",
  "interim_panel",
];

const placeCells = ({ name, bcu, section, team }: OverviewPlace) => [name, bcu.name, section.name, team.name];
const yesNo = (is: boolean) => (is ? "yes" : "no");

/** The overview as a spreadsheet: a line a priority, then a line for each neighbourhood without any. */
export function overviewCsv({ lines, without }: Pick<Overview, "lines" | "without">): string {
  const rows = lines.map(({ place, priority, standing }) => [
    ...placeCells(place),
    priority.reference,
    priority.title,
    categoryWords[priority.category].name,
    priorityOriginWords[priority.origin],
    standing.stage,
    priority.adoptedOn,
    standing.ageDays,
    standing.late.map(({ words }) => words).join("; "),
    yesNo(priority.isLowParticipation),
    yesNo(priority.isInterim),
  ]);
  const empty = without.map((place) => [
    ...placeCells(place),
    "",
    "No priority",
    ...Array<string>(8).fill(""),
  ]);
  return [header, ...rows, ...empty].map((cells) => `${cells.map(csvCell).join(",")}\r\n`).join("");
}
