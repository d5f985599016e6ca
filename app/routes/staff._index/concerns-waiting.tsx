import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

/** How many concerns wait for whoever moderates, and how many too long. */
export function ConcernsWaiting({ waiting, late }: { waiting: number; late: number }) {
  return (
    <p>
      <Link className="govuk-link" to={paths.staff.concerns()}>
        Concerns waiting: {waiting}
      </Link>
      , late: {late}
    </p>
  );
}
