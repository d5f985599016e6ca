import { paths } from "#app/paths.ts";
import type { ReportableKind } from "#app/domain/page-report/page-report.ts";

const pages: Readonly<Record<ReportableKind, (reference: string) => string>> = {
  concern: paths.concern,
  priority: paths.priority,
  meeting: paths.meeting,
};

/** Where a public item stands on this site. */
export const pagePath = ({ kind, reference }: { kind: ReportableKind; reference: string }): string =>
  pages[kind](reference);
