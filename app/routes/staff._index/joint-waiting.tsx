import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { QueueWaiting } from "./queue-waiting.tsx";

interface JointWaitingProps {
  /** Null for whoever reads none of them. */
  actions: { waiting: number; late: number; agency: string | null } | null;
  /** Null for whoever decides on none. */
  lines: number | null;
}

/** How many joint actions of the police are due, and how many public lines wait to be decided. */
export const JointWaiting = ({ actions, lines }: JointWaitingProps) => (
  <>
    {actions === null || actions.agency === null ? null : (
      <QueueWaiting
        to={paths.tasking.actions(new URLSearchParams({ agency: actions.agency }).toString())}
        words="Joint actions of the police, due within a week"
        waiting={actions.waiting}
        late={actions.late}
      />
    )}
    {lines === null || lines === 0 ? null : (
      <li>
        <Link className="govuk-link" to={paths.tasking.actions("state=line-to-decide")}>
          Public lines of joint actions to decide: {lines}
        </Link>
      </li>
    )}
  </>
);
