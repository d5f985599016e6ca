import { hoursAfter, workingDeadline } from "#app/domain/calendar/clock.ts";
import type { Settings } from "#app/domain/settings/settings.ts";
import type { PageReportState } from "./page-report.ts";
import { isKeepReason, isTakeDownReason } from "./reasons.ts";

/** What is done about a report. */
export type PageReportAct =
  | { act: "take-down" | "keep"; reason: string }
  | { act: "appeal" }
  | { act: "uphold" }
  | { act: "change"; reason: string };

export interface PageReportFacts {
  state: PageReportState;
  /** The reason of the decision in force; null before one. */
  reasonCode: string | null;
}

/** What a report becomes. `item` says what happens to the public item; null where nothing does. */
export type PageReportResult =
  | { ok: true; state: PageReportState; reasonCode: string | null; item: "take-down" | "restore" | null }
  | { ok: false; message: string };

const failed = (message: string): PageReportResult => ({ ok: false, message });
const chooseReason = "Choose the reason";

/** The next state of a report, and what it does to the item. Who may do so is for the service to ask. */
export function afterReportAct(
  { state, reasonCode }: PageReportFacts,
  step: PageReportAct,
): PageReportResult {
  switch (step.act) {
    case "take-down":
      if (state !== "received") return failed("Somebody has decided this already");
      if (!isTakeDownReason(step.reason)) return failed(chooseReason);
      return { ok: true, state: "taken-down", reasonCode: step.reason, item: "take-down" };
    case "keep":
      if (state !== "received") return failed("Somebody has decided this already");
      if (!isKeepReason(step.reason)) return failed(chooseReason);
      return { ok: true, state: "kept", reasonCode: step.reason, item: null };
    case "appeal":
      if (state !== "taken-down" && state !== "kept") return failed("There is no decision to appeal against");
      return { ok: true, state: "appealed", reasonCode, item: null };
    case "uphold":
      return state === "appealed"
        ? { ok: true, state: "upheld", reasonCode, item: null }
        : failed("There is no appeal to decide");
    case "change": {
      if (state !== "appealed" || reasonCode === null) return failed("There is no appeal to decide");
      const wasTakenDown = isTakeDownReason(reasonCode);
      const isReason = wasTakenDown ? isKeepReason : isTakeDownReason;
      if (!isReason(step.reason)) return failed(chooseReason);
      return {
        ok: true,
        state: "changed",
        reasonCode: step.reason,
        item: wasTakenDown ? "restore" : "take-down",
      };
    }
  }
}

/** Until when a new report is decided. */
export const reportDue = (reportedAt: Date, { takedownHours }: Settings): Date =>
  hoursAfter(reportedAt, takedownHours);

/** Until when an appeal is decided. */
export const appealDue = (appealedAt: Date, { appealWorkingDays }: Settings): Date =>
  workingDeadline(appealedAt, appealWorkingDays);
