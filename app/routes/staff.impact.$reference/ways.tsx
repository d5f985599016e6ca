import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

/** What a writer comes for, on a long page. */
export const Ways = ({ reference }: { reference: string }) => (
  <ul className="govuk-list sn-no-print">
    <li>
      <a className="govuk-link" href="#review">
        Review it
      </a>
    </li>
    <li>
      <a className="govuk-link" href="#advice">
        Ask for advice
      </a>
    </li>
    <li>
      <a className="govuk-link" href="#actions">
        Add or finish an action
      </a>
    </li>
    <li>
      <Link className="govuk-link" to={paths.tasking.changeImpact(reference)}>
        Change what it says
      </Link>
    </li>
  </ul>
);
