import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

interface OwnSeatsProps {
  /** How many joint meetings to come they are asked to. */
  next: number;
  /** Whether minutes of earlier ones are theirs to read. */
  hasMinutes: boolean;
  /** Whether they lead a group. */
  leads: boolean;
}

/** The way of an officer without a role of joint tasking to the meetings they have a seat in, and the groups they lead. */
export function OwnSeats({ next, hasMinutes, leads }: OwnSeatsProps) {
  return (
    <>
      {next > 0 || hasMinutes ? (
        <li>
          <Link className="govuk-link" to={paths.partners.meetings()}>
            {next > 0
              ? `Joint meetings that you are asked to: ${next}`
              : "Your joint meetings, and their minutes"}
          </Link>
        </li>
      ) : null}
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
