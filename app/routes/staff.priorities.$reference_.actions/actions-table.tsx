import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import {
  actionDueInWords,
  actionKindWords,
  actionStateWords,
  type ActionKind,
  type ActionState,
} from "#app/domain/plan/action.ts";
import { poundsInWords } from "#app/domain/plan/cost.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface ActionsTableProps {
  reference: string;
  today: Day;
  /** In the order in which they are shown. */
  actions: readonly {
    number: number;
    kind: ActionKind;
    task: string;
    publicLine: string | null;
    dueOn: Day;
    costPence: number | null;
    state: ActionState;
    owner: string | null;
    agency: string | null;
  }[];
}

/** The actions of a plan: what, whose, by when, and how each stands. */
export function ActionsTable({ reference, today, actions }: ActionsTableProps) {
  return (
    <DataTable
      caption="Actions, the latest first"
      isCaptionHidden
      columns={["Action", "Whose", "Due", "State", "Cost"]}
      rows={actions.map((action) => {
        const { number, kind, task, publicLine, dueOn, costPence, state, owner, agency } = action;
        const due = actionDueInWords(action, today);
        return {
          key: String(number),
          cells: [
            <div key="action">
              <Link className="govuk-link" to={paths.staff.planAction(reference, number)}>
                {number}. {task}
              </Link>
              <p className="sn-quiet">
                {actionKindWords[kind]}.{" "}
                {publicLine === null
                  ? "Residents read nothing of it yet."
                  : publicLine === task
                    ? null
                    : publicLine}
              </p>
            </div>,
            [agency ?? "Police", owner].filter((name) => name !== null).join(", "),
            <div key="due">
              {dayInWords(dueOn)}{" "}
              {due === null ? null : <Tag tone={dueOn < today ? "late" : "now"}>{due}</Tag>}
            </div>,
            state === "blocked" ? <Tag tone="late">{actionStateWords[state]}</Tag> : actionStateWords[state],
            costPence === null ? "Not given" : poundsInWords(costPence),
          ],
        };
      })}
    />
  );
}
