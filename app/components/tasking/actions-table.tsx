import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import {
  taskingActionKindWords,
  taskingActionStateWords,
  type PublicLineState,
  type TaskingActionKind,
  type TaskingActionState,
} from "#app/domain/tasking/action.ts";
import { taskingDueInWords } from "#app/domain/tasking/lateness.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface ActionsTableProps {
  caption: string;
  today: Day;
  actions: readonly {
    id: string;
    code: string;
    number: number;
    kind: TaskingActionKind;
    task: string;
    agency: string;
    position: string;
    dueOn: Day;
    state: TaskingActionState;
    publicLineState: PublicLineState;
    /** The priority it serves, where the page is not about it. */
    reference?: string | null;
  }[];
}

/** Actions of tasking groups: what, whose, by when, and how each stands. */
export function TaskingActionsTable({ caption, today, actions }: ActionsTableProps) {
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      columns={["Action", "Whose", "Due", "State"]}
      rows={actions.map((action) => {
        const { id, code, number, kind, task, agency, position, dueOn, state, reference = null } = action;
        const due = taskingDueInWords(action, today);
        return {
          key: id,
          cells: [
            <div key="action">
              <Link className="govuk-link" to={paths.tasking.action(id)}>
                <span className="sn-whole">
                  {code}-{number}:
                </span>{" "}
                {task}
              </Link>
              <p className="sn-quiet">
                {taskingActionKindWords[kind]}
                {reference === null ? "" : `, for ${reference}`}
              </p>
            </div>,
            `${agency}, ${position}`,
            <div key="due">
              {dayInWords(dueOn)}{" "}
              {due === null ? null : <Tag tone={dueOn < today ? "late" : "now"}>{due}</Tag>}
            </div>,
            <div key="state">
              {taskingActionStateWords[state]}
              {action.publicLineState === "proposed" ? <Tag tone="now">Public line to decide</Tag> : null}
            </div>,
          ],
        };
      })}
    />
  );
}
