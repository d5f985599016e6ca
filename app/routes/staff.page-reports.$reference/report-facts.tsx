import { Link } from "@remix-run/react";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { timeLeftInWords } from "#app/domain/calendar/words.ts";
import {
  pageProblemWords,
  pageReportStateWords,
  reportableWords,
  type PageProblem,
  type PageReportState,
  type ReportableKind,
} from "#app/domain/page-report/page-report.ts";
import { reasonInWords } from "#app/domain/page-report/reasons.ts";

interface ReportFactsProps {
  report: {
    kind: ReportableKind;
    problem: PageProblem;
    words: string | null;
    path: string;
    state: PageReportState;
    reasonCode: string | null;
    reportedAt: Date;
    dueAt: Date;
  };
  now: Date;
  title: string;
  isTakenDown: boolean;
  isReporterKnown: boolean;
}

/** What was reported of which item, and how it stands. */
export function ReportFacts({ report, now, title, isTakenDown, isReporterKnown }: ReportFactsProps) {
  const { kind, problem, words, path, state, reasonCode, reportedAt, dueAt } = report;
  const reason = reasonInWords(reasonCode);
  const isWaiting = state === "received" || state === "appealed";
  return (
    <SummaryList
      rows={[
        {
          term: "About",
          value: (
            <>
              The {reportableWords[kind]}{" "}
              {isTakenDown ? (
                <>
                  “{title}” <Tag tone="late">Taken down</Tag>
                </>
              ) : (
                <Link className="govuk-link" to={path}>
                  {title}
                </Link>
              )}
            </>
          ),
        },
        { term: "Problem", value: pageProblemWords[problem] },
        { term: "In their words", value: words ?? "Nothing is written, or it was erased." },
        {
          term: "Reported",
          value: `${momentInWords(reportedAt)}, ${isReporterKnown ? "by somebody signed in, who hears what you decide" : "by somebody who did not sign in"}`,
        },
        { term: "State", value: pageReportStateWords[state] },
        ...(reason === null ? [] : [{ term: "Reason", value: reason }]),
        ...(isWaiting
          ? [
              {
                term: "Due",
                value: (
                  <Tag tone={now > dueAt ? "late" : "now"}>
                    {timeLeftInWords(dueAt.getTime() - now.getTime())}
                  </Tag>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
