import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface OwnSeatsProps {
  /** How many joint meetings to come they are asked to. */
  next: number;
  /** Whether they lead a group. */
  leads: boolean;
}

/** The way of an officer without a role of joint tasking to the meetings they have a seat in, and the groups they lead. */
export function OwnSeats({ next, leads }: OwnSeatsProps) {
  return (
    <>
      {next === 0 ? null : (
        <li>
          <Link className="govuk-link" to={paths.partners.meetings()}>
            Joint meetings that you are asked to: {next}
          </Link>
        </li>
      )}
      {leads ? (
        <li>
          <Link className="govuk-link" to={paths.tasking.home()}>
            Joint tasking groups that you chair
          </Link>
        </li>
      ) : null}
    </>
  );
}
