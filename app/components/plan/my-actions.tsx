import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { actionDueInWords, type ActionState } from "#app/domain/plan/action.ts";
import type { Day } from "#app/domain/team/day.ts";

interface MyActionsProps {
  actions: readonly {
    id: string;
    task: string;
    dueOn: Day;
    state: ActionState;
    result: string | null;
    reference: string;
    title: string;
  }[];
  /** Whether there are more than these. */
  hasMore: boolean;
  today: Day;
  addressOf: (id: string) => string;
  nothing: string;
}

/** What somebody has to do, the latest first: one tap opens the form in which they say what came of it. */
export function MyActions({ actions, hasMore, today, addressOf, nothing }: MyActionsProps) {
  return (
    <section>
      <h2 className="govuk-heading-m">Your actions</h2>
      {actions.length === 0 ? <p>{nothing}</p> : null}
      <ul className="govuk-list sn-my-actions">
        {actions.map((action) => {
          const { id, task, dueOn, state, result, reference, title } = action;
          const due = actionDueInWords(action, today);
          return (
            <li key={id} className="sn-my-actions__item">
              {due === null ? null : <Tag tone={dueOn < today ? "late" : "now"}>{due}</Tag>}{" "}
              {state === "blocked" ? <Tag tone="late">Blocked</Tag> : null}
              <Link className="govuk-link sn-my-actions__task" to={addressOf(id)}>
                {task}
              </Link>
              {state === "blocked" && result !== null ? <span>{result}</span> : null}
              <span className="sn-quiet">
                {title} (<span className="sn-nowrap">{reference}</span>), due on {dayInWords(dueOn)}
              </span>
            </li>
          );
        })}
      </ul>
      {hasMore ? <p>There are more. They move up here as you say what came of these.</p> : null}
    </section>
  );
}
