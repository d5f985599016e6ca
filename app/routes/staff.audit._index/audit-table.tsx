import { Link } from "@remix-run/react";
import { DataTable } from "#app/components/staff/data-table.tsx";
import {
  actionInWords,
  actorInWords,
  detailsInWords,
  subjectInWords,
} from "#app/components/staff/audit-words.ts";
import type { AuditLine } from "#app/domain/account/audit-filter.ts";
import { momentInWords } from "#app/domain/account/day-words.ts";
import { paths } from "#app/paths.ts";

function About({ line, canOpenPeople }: { line: AuditLine; canOpenPeople: boolean }) {
  const words = subjectInWords(line.subjectKind, line.subjectName);
  return (
    <>
      {canOpenPeople && line.subjectName !== null && line.subjectId !== null ? (
        <Link className="govuk-link" to={paths.staff.person(line.subjectId)}>
          {words}
        </Link>
      ) : (
        words
      )}
      {line.neighbourhoodName === null ? null : <div>{line.neighbourhoodName}</div>}
      {line.subjectId === null || line.subjectName !== null ? null : (
        <div className="sn-quiet sn-break">{line.subjectId}</div>
      )}
    </>
  );
}

function Details({ line }: { line: AuditLine }) {
  const words = [
    ...(line.reason === null ? [] : [`reason: ${line.reason.replaceAll("-", " ")}`]),
    ...detailsInWords(line.details),
  ];
  return (
    <ul className="sn-break">
      {words.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  );
}

/** Rows of the record in words, the newest first. */
export function AuditTable({
  lines,
  canOpenPeople,
}: {
  lines: readonly AuditLine[];
  canOpenPeople: boolean;
}) {
  return (
    <DataTable
      caption="The record, the newest first"
      isCaptionHidden
      columns={["Row", "When", "Who", "What", "About", "Details"]}
      rows={lines.map((line) => ({
        key: String(line.number),
        cells: [
          line.number.toLocaleString("en-GB"),
          <time key="at" dateTime={line.at.toISOString()}>
            {momentInWords(line.at)}
          </time>,
          actorInWords(line.actorKind, line.actorName),
          actionInWords(line.action),
          <About key="about" line={line} canOpenPeople={canOpenPeople} />,
          <Details key="details" line={line} />,
        ],
      }))}
    />
  );
}
