import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";
import { QueueWaiting } from "./queue-waiting.tsx";

interface AbstractionsWaitingProps {
  /** Null for whoever does not confirm them. */
  duties: { waiting: number; late: number } | null;
  /** Null for whoever does not answer them. */
  disputes: number | null;
  /** Null for whoever does not decide on them. */
  requests: number | null;
}

/** How many duties wait to be accounted for, how many disputes for an answer, and how many requests for a decision. */
export const AbstractionsWaiting = ({ duties, disputes, requests }: AbstractionsWaitingProps) => (
  <>
    {duties === null ? null : (
      <QueueWaiting to={paths.abstractions.confirm()} words="Duties to confirm" {...duties} />
    )}
    {disputes === null ? null : (
      <li>
        <Link className="govuk-link" to={paths.abstractions.disputes()}>
          Disputes to answer: {disputes}
        </Link>
      </li>
    )}
    {requests === null ? null : (
      <li>
        <Link className="govuk-link" to={paths.abstractions.requests()}>
          Requests for officers to decide: {requests}
        </Link>
      </li>
    )}
  </>
);
