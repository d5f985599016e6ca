import { Link } from "@remix-run/react";
import type { ReportableKind } from "#app/domain/page-report/page-report.ts";
import { paths } from "#app/paths.ts";

/** The way to tell staff that a public item is wrong or harms somebody; stands at the foot of every such page. */
export function ReportProblem({ kind, reference }: { kind: ReportableKind; reference: string }) {
  return (
    <p className="sn-report-problem">
      <Link className="govuk-link" to={paths.reportPage(kind, reference)}>
        Report a problem with this page
      </Link>
    </p>
  );
}
