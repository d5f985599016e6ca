import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import {
  areaInAddress,
  areaKindWords,
  partsOf,
  type AreaKind,
  type RateArea,
} from "#app/domain/abstraction/area.ts";
import { monthInAddress } from "#app/domain/abstraction/month-asked.ts";
import type { Month } from "#app/domain/abstraction/month.ts";
import { rateBInWords, type RateFigure } from "#app/domain/abstraction/rate-figure.ts";
import type { PartLine, Parts } from "#app/domain/abstraction/rate-parts.ts";
import { hoursWords } from "#app/domain/abstraction/shares.ts";
import { paths } from "#app/paths.ts";

interface PartsTableProps {
  parts: Parts;
  /** Of what kind they are, where it is not the next smaller one. */
  kind?: AreaKind;
  /** What they are the parts of: the last row. */
  total: { area: RateArea; figure: RateFigure; change: string | null };
  month: Month;
}

const notShown = "Not shown";

function cellsOf({ figure, change }: Pick<PartLine, "figure" | "change">) {
  if (figure === null) return ["No figures", "", "", "", "", ""];
  const { words, hours, delivered, complete } = figure;
  return [
    words,
    rateBInWords(figure) ?? (hours === null ? notShown : ""),
    hours === null ? notShown : hoursWords(hours.duty),
    delivered?.words ?? (hours === null ? notShown : "Not known"),
    complete === null
      ? hours === null
        ? notShown
        : "No duties"
      : `${complete.words}${complete.isProvisional ? ", provisional" : ""}`,
    change ?? "",
  ];
}

/** The parts of a part of the force, the highest rate first, with the total that their hours add up to. */
export function PartsTable({ parts: { lines, others }, kind, total, month }: PartsTableProps) {
  const { one, many } = areaKindWords[kind ?? partsOf(total.area.kind) ?? "neighbourhood"];
  return (
    <>
      <DataTable
        caption={`${many}, the highest rate first`}
        columns={[
          one,
          "Rate A",
          "Rate B",
          "Duty",
          "Delivered",
          "Confirmed in time",
          "Since the month before",
        ]}
        rows={[
          ...lines.map((line) => ({
            key: line.area.id,
            cells: [
              <Link
                key="area"
                className="govuk-link"
                to={paths.abstractions.rates(
                  `area=${encodeURIComponent(areaInAddress(line.area))}&month=${monthInAddress(month)}`,
                )}
              >
                {line.area.name}
              </Link>,
              ...cellsOf(line),
            ],
          })),
          {
            key: "total",
            cells: [
              <strong key="area">{`${total.area.name} as a whole`}</strong>,
              ...cellsOf(total).map((cell, at) => <strong key={at}>{cell}</strong>),
            ],
          },
        ]}
      />
      {others === 0 ? null : (
        <p>
          {others} {others === 1 ? `${one.toLowerCase()} is` : `${many.toLowerCase()} are`} outside your area:
          the last row counts {others === 1 ? "it" : "them"}.
        </p>
      )}
    </>
  );
}
