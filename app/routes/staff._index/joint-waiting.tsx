import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { QueueWaiting } from "./queue-waiting.tsx";

interface JointWaitingProps {
  /** Null for whoever reads none of them. */
  actions: { waiting: number; late: number; agency: string | null } | null;
  /** Assessments to review within a day; null for whoever opens none. */
  impacts: { waiting: number; late: number } | null;
  /** Null for whoever keeps none. */
  agreements: { waiting: number; late: number } | null;
  /** Null for whoever decides on none. */
  lines: number | null;
}

/** How many assessments are to be reviewed, joint actions of the police due, public lines to be decided, agreements to be looked at again. */
export const JointWaiting = ({ actions, impacts, agreements, lines }: JointWaitingProps) => (
  <>
    {impacts === null || impacts.waiting === 0 ? null : (
      <QueueWaiting
        to={paths.tasking.impacts()}
        words="Community impact to review within a day"
        {...impacts}
      />
    )}
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
    {agreements === null || agreements.waiting === 0 ? null : (
      <QueueWaiting
        to={paths.tasking.agreements()}
        words="Agreements to review within 60 days"
        {...agreements}
      />
    )}
  </>
);
