import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { QueueWaiting } from "./queue-waiting.tsx";

interface AbstractionsWaitingProps {
  /** Null for whoever does not confirm them. */
  duties: { waiting: number; late: number } | null;
  /** Null for whoever does not answer them. */
  disputes: number | null;
}

/** How many duties wait to be accounted for, and how many disputes for an answer. */
export const AbstractionsWaiting = ({ duties, disputes }: AbstractionsWaitingProps) => (
  <>
    {duties === null ? null : (
      <QueueWaiting to={paths.abstractions.confirm()} words="Duties to confirm" {...duties} />
    )}
    {disputes === null ? null : (
      <li>
        <Link className="govuk-link" to={paths.abstractions.disputes()}>
          Disputes of abstractions: {disputes}
        </Link>
      </li>
    )}
  </>
);
