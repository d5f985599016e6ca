import { Link } from "@remix-run/react";
import { paths } from "#app/paths.ts";

/** The way of whoever chairs to the pages they chair with, from those that everybody at the table has. */
export const LedGroups = () => (
  <section aria-labelledby="led-groups">
    <h2 className="govuk-heading-m" id="led-groups">
      Groups that you chair
    </h2>
    <p>
      <Link className="govuk-link" to={paths.tasking.home()}>
        Call, open and record meetings, and keep their actions
      </Link>
    </p>
  </section>
);
