import { categoryWords } from "#app/domain/concern/categories.ts";
import { priorityStateWords } from "#app/domain/priority/states.ts";
import { outcomeInWords, type Extract } from "#app/domain/tasking/extract.ts";
import { markingWords } from "#app/domain/tasking/marking.ts";
import { csvCell } from "#app/services/account/audit-csv.ts";

const header = [
  "marking",
  "theme",
  "bcu",
  "partnership",
  "neighbourhood",
  "reference",
  "priority",
  "stage",
  "days_open",
  "what_has_worked",
];

/** The extract as a spreadsheet: a line a live priority, each with the marking and with what has worked for its theme. */
export const extractCsv = ({ themes }: Extract): string =>
  [
    header,
    ...themes.flatMap(({ theme, lines, practice, outcomes }) =>
      lines.map(({ bcu, partnership, place, reference, title, state, days }) => [
        markingWords.official,
        categoryWords[theme].name,
        bcu.name,
        partnership.name,
        place,
        reference,
        title,
        priorityStateWords[state],
        days,
        [
          ...practice.map(({ title: worked }) => worked),
          ...outcomes.map((outcome) => `${outcome.title} (${outcomeInWords(outcome)})`),
        ].join("; "),
      ]),
    ),
  ]
    .map((cells) => `${cells.map(csvCell).join(",")}\r\n`)
    .join("");
