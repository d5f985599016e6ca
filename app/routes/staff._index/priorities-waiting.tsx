import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface PrioritiesWaitingProps {
  /** Null for whoever does not answer them. */
  toAccept: number | null;
  toReview: number | null;
}

/** How many priorities wait for an inspector's answer, and refusals for a commander's review. */
export function PrioritiesWaiting({ toAccept, toReview }: PrioritiesWaitingProps) {
  if (toAccept === null && toReview === null) return null;
  return (
    <>
      {toAccept === null ? null : (
        <li>
          <Link className="govuk-link" to={paths.staff.priorities()}>
            Priorities to accept: {toAccept}
          </Link>
        </li>
      )}
      {toReview === null ? null : (
        <li>
          <Link className="govuk-link" to={paths.staff.priorities()}>
            Refusals to review: {toReview}
          </Link>
        </li>
      )}
    </>
  );
}
