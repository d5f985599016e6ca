import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

/** Plans that are closed and that nobody has written up, the last closed first. */
export function ToWriteUp({ plans }: { plans: readonly { reference: string; title: string }[] }) {
  if (plans.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Closed plans to write up</h2>
      <ul className="govuk-list govuk-list--spaced">
        {plans.map(({ reference, title }) => (
          <li key={reference}>
            {title}:{" "}
            <Link className="govuk-link" to={paths.staff.newPractice(reference)}>
              make a practice entry of {reference}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
