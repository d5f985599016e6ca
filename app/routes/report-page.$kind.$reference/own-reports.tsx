import { Button } from "#app/components/govuk/button.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageReportStateWords, type PageReportState } from "#app/domain/page-report/page-report.ts";
import { reasonInWords } from "#app/domain/page-report/reasons.ts";

interface OwnReportsProps {
  reports: readonly {
    reference: string;
    state: PageReportState;
    reasonCode: string | null;
    reportedAt: Date;
  }[];
  /** Where an appeal is sent. */
  action: string;
}

/** What the reader told us of this item before, what became of it, and the way to have it looked at again. */
export function OwnReports({ reports, action }: OwnReportsProps) {
  if (reports.length === 0) return null;
  return (
    <section aria-labelledby="own-reports">
      <h2 className="govuk-heading-m" id="own-reports">
        What you told us before
      </h2>
      {reports.map(({ reference, state, reasonCode, reportedAt }) => (
        <div key={reference} className="sn-own-report">
          <p>
            {reference}, {momentInWords(reportedAt)}: <strong>{pageReportStateWords[state]}</strong>.{" "}
            {reasonInWords(reasonCode)}
          </p>
          {state === "taken-down" || state === "kept" ? (
            <form method="post" action={action}>
              <input type="hidden" name="report" value={reference} />
              <Button look="secondary" name="intent" value="appeal">
                I think this is wrong: ask somebody else to look
              </Button>
            </form>
          ) : null}
        </div>
      ))}
    </section>
  );
}
