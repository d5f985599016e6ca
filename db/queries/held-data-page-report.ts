import { eq } from "drizzle-orm";
import { pageReports } from "#db/schema/page-report.ts";
import { type HeldPart, mostRows } from "./held-data.ts";

/** A report goes on without its sender and their words: what kind of problem it is stays for whoever decides. */
export const heldPageReports: HeldPart = {
  tables: ["page_reports"],
  read: (db, { accountId }) =>
    db
      .select({
        reference: pageReports.reference,
        page: pageReports.path,
        problem: pageReports.problem,
        words: pageReports.words,
        state: pageReports.state,
        reportedAt: pageReports.reportedAt,
        decidedAt: pageReports.decidedAt,
        appealedAt: pageReports.appealedAt,
      })
      .from(pageReports)
      .where(eq(pageReports.reportedBy, accountId))
      .limit(mostRows),
  erase: (tx, { accountId }) =>
    tx
      .update(pageReports)
      .set({ reportedBy: null, words: null })
      .where(eq(pageReports.reportedBy, accountId)),
};
