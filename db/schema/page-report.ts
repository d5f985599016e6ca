import { sql } from "drizzle-orm";
import { check, index, pgEnum, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { pageReportStates, reportableKinds } from "#app/domain/page-report/page-report.ts";
import { accounts } from "./account.ts";
import { instant } from "./columns.ts";
import { neighbourhoods } from "./neighbourhood.ts";

export const reportableKind = pgEnum("reportable_kind", reportableKinds);
export const pageReportState = pgEnum("page_report_state", pageReportStates);

/** Somebody told us that a public item is wrong or harms them. Their words are for staff. */
export const pageReports = pgTable(
  "page_reports",
  {
    id: uuid().primaryKey().defaultRandom(),
    reference: text().notNull().unique(),
    neighbourhoodId: uuid()
      .notNull()
      .references(() => neighbourhoods.id),
    kind: reportableKind().notNull(),
    subjectId: uuid().notNull(),
    /** Where the item stands, on this site. */
    path: text().notNull(),
    state: pageReportState().notNull(),
    problem: text({ enum: ["personal", "wrong", "unlawful", "other"] }).notNull(),
    /** Null once erased. */
    words: text(),
    reportedBy: uuid().references(() => accounts.id, { onDelete: "set null" }),
    reportedAt: instant().notNull(),
    dueAt: instant().notNull(),
    decidedBy: uuid(),
    decidedAt: instant(),
    reasonCode: text(),
    appealedAt: instant(),
    appealDecidedBy: uuid(),
    appealDecidedAt: instant(),
  },
  (t) => [
    check("page_reports_separate", sql`${t.appealDecidedBy} <> ${t.decidedBy}`),
    check("page_reports_decided", sql`(${t.decidedAt} is null) = (${t.reasonCode} is null)`),
    index("page_reports_waiting")
      .on(t.dueAt)
      .where(sql`${t.state} in ('received', 'appealed')`),
    index().on(t.kind, t.subjectId),
  ],
);
