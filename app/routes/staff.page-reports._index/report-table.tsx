import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { timeLeftInWords } from "#app/domain/calendar/words.ts";
import {
  pageProblemWords,
  pageReportStateWords,
  reportableWords,
  type PageProblem,
  type PageReportState,
  type ReportableKind,
} from "#app/domain/page-report/page-report.ts";
import { paths } from "#app/paths.ts";

interface ReportTableProps {
  caption: string;
  reports: readonly {
    reference: string;
    neighbourhood: string;
    kind: ReportableKind;
    state: PageReportState;
    problem: PageProblem;
    reportedAt: Date;
    dueAt: Date;
  }[];
  /** Null where nothing waits any more. */
  now: Date | null;
}

/** Reports as a list: what kind of problem, never whose words. */
export function ReportTable({ caption, reports, now }: ReportTableProps) {
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={["Report", "Problem", "Neighbourhood", "Reported", now === null ? "Outcome" : "Due"]}
      rows={reports.map(({ reference, neighbourhood, kind, state, problem, reportedAt, dueAt }) => ({
        key: reference,
        cells: [
          <Link key="link" className="govuk-link" to={paths.staff.pageReport(reference)}>
            {reference}
          </Link>,
          `${pageProblemWords[problem]} (${reportableWords[kind]})`,
          neighbourhood,
          momentInWords(reportedAt),
          now === null ? (
            <Tag key="state">{pageReportStateWords[state]}</Tag>
          ) : (
            <Tag key="due" tone={now > dueAt ? "late" : "now"}>
              {state === "appealed" ? "Appeal, due " : "Due "}
              {timeLeftInWords(dueAt.getTime() - now.getTime())}
            </Tag>
          ),
        ],
      }))}
    />
  );
}
