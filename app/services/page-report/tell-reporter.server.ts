import type { PageReportState } from "#app/domain/page-report/page-report.ts";
import { reasonInWords } from "#app/domain/page-report/reasons.ts";
import { paths } from "#app/paths.ts";
import { tellPerson } from "#app/services/account/tell-person.server.ts";
import { findAccount } from "#db/queries/account.ts";
import type { PageReport } from "#db/queries/page-report.ts";
import type { Db } from "#db/types.ts";

const outcomes: Readonly<Record<PageReportState, string>> = {
  received: "we will look at it",
  "taken-down": "we took it down",
  kept: "we kept it",
  appealed: "somebody else will look at it again",
  upheld: "somebody else looked at it again, and the decision stands",
  changed: "somebody else looked at it again and changed the decision",
};
const canAppeal: readonly PageReportState[] = ["taken-down", "kept"];

/** Tells whoever signed in and reported a problem what became of it; nobody, where nobody said who they were. */
export async function tellReporter(
  tx: Db,
  { now, publicUrl }: { now: Date; publicUrl: string },
  {
    reference,
    reportedBy,
    kind,
    path,
    state,
    reasonCode,
  }: Pick<PageReport, "reference" | "reportedBy" | "kind" | "path" | "state" | "reasonCode">,
): Promise<void> {
  const account = reportedBy === null ? null : await findAccount(tx, reportedBy);
  if (account === null) return;
  const item = path.split("/").at(-1) ?? "";
  const reason = reasonInWords(reasonCode);
  await tellPerson(tx, now, account, {
    subject: "The page that you told us of",
    body: [
      `You reported a problem with a page (${reference}): ${outcomes[state]}.`,
      ...(reason === null ? [] : [reason]),
      ...(canAppeal.includes(state)
        ? [
            `If you think that this is wrong, you can ask for somebody else to look at it: ${publicUrl}${paths.reportPage(kind, item)}`,
          ]
        : []),
    ].join("\n\n"),
  });
}
