import type { AuditLine } from "#app/domain/account/audit-filter.ts";

const header = [
  "number",
  "at",
  "action",
  "actor_kind",
  "actor_id",
  "actor_name",
  "subject_kind",
  "subject_id",
  "neighbourhood",
  "reason",
  "request_id",
  "details",
];

/** A cell in quotes; what a spreadsheet would take for a formula is led by an apostrophe. */
export function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

const row = (cells: readonly (string | number | null)[]) => cells.map(csvCell).join(",");

/** Lines of the record as a spreadsheet (RFC 4180, UTF-8); the last row says when there is more than it holds. */
export function auditCsv(lines: readonly AuditLine[], isCut: boolean): string {
  const rows = lines.map((line) =>
    row([
      line.number,
      line.at.toISOString(),
      line.action,
      line.actorKind,
      line.actorId,
      line.actorName,
      line.subjectKind,
      line.subjectId,
      line.neighbourhoodName ?? line.neighbourhoodId,
      line.reason,
      line.requestId,
      JSON.stringify(line.details),
    ]),
  );
  const more = isCut ? [row([`Only the newest ${lines.length} rows are here: narrow the dates`])] : [];
  return `${[row(header), ...rows, ...more].join("\r\n")}\r\n`;
}
