import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { actionDueInWords } from "#app/domain/plan/action.ts";
import type { Day } from "#app/domain/team/day.ts";
import { paths } from "#app/paths.ts";

interface MyImprovementActionsProps {
  actions: readonly { id: string; unit: string; task: string; dueOn: Day }[];
  today: Day;
}

/** What somebody has to do so that officers stay in their neighbourhoods, the latest first. */
export function MyImprovementActions({ actions, today }: MyImprovementActionsProps) {
  if (actions.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Your actions against abstraction</h2>
      <ul className="govuk-list sn-my-actions">
        {actions.map(({ id, unit, task, dueOn }) => {
          const due = actionDueInWords({ state: "open", dueOn }, today);
          return (
            <li key={id} className="sn-my-actions__item">
              {due === null ? null : <Tag tone={dueOn < today ? "late" : "now"}>{due}</Tag>}
              <Link className="govuk-link sn-my-actions__task" to={paths.abstractions.improvementAction(id)}>
                {task}
              </Link>
              <span className="sn-quiet">
                {unit}, due on {dayInWords(dueOn)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
