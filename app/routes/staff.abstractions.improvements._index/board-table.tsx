import { Link } from "@remix-run/react";
import { ImprovementTag } from "#app/components/abstraction/improvement-tag.tsx";
import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { daysLate } from "#app/domain/abstraction/improvement-due.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { daysLateInWords } from "#app/domain/plan/review.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface BoardRow {
  id: string;
  name: string;
  state: ImprovementState;
  since: Day;
  rate: string;
  targetTenths: number | null;
  targetOn: Day | null;
  owner: string | null;
  due: { what: "plan" | "review"; dueOn: Day } | null;
  lateActions: number;
  hasResult: boolean;
}

interface BoardTableProps {
  rows: readonly BoardRow[];
  /** Of which the rate is: "October 2026". */
  month: string;
  today: Day;
}

/** All improvements of a board: how each stands, and what is overdue. */
export function BoardTable({ rows, month, today }: BoardTableProps) {
  return (
    <DataTable
      caption="Improvements, what is overdue first"
      isCaptionHidden
      columns={["Team", "State", `Rate in ${month}`, "Aim", "Owner", "Next"]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <Link key="team" className="govuk-link" to={paths.abstractions.improvement(row.id)}>
            {row.name}
          </Link>,
          <div key="state">
            <ImprovementTag state={row.state} />
            <p className="sn-quiet">since {dayInWords(row.since)}</p>
          </div>,
          row.rate,
          row.targetTenths === null
            ? "Not set"
            : `${(row.targetTenths / 10).toFixed(1)}%${row.targetOn === null ? "" : ` by ${dayInWords(row.targetOn)}`}`,
          row.owner ?? "Nobody yet",
          <Next key="next" row={row} today={today} />,
        ],
      }))}
    />
  );
}

const whatWords = { plan: "Plan to be running", review: "Review" };

function Next({ row: { due, lateActions, state, hasResult }, today }: { row: BoardRow; today: Day }) {
  const late = due === null ? 0 : daysLate(due.dueOn, today);
  const actions = lateActions === 1 ? "1 action late" : `${lateActions} actions late`;
  return (
    <>
      {due === null ? (
        nothingDueWords(state, hasResult)
      ) : (
        <span>
          {whatWords[due.what]} by {dayInWords(due.dueOn)}{" "}
          {late === 0 ? null : <Tag tone="late">{daysLateInWords(late)}</Tag>}
        </span>
      )}{" "}
      {lateActions === 0 ? null : <Tag tone="late">{actions}</Tag>}
    </>
  );
}

function nothingDueWords(state: ImprovementState, hasResult: boolean): string {
  if (state === "closed") return hasResult ? "Nothing" : "The result is to be written";
  return state === "watch" ? "The next month" : "Nothing";
}
