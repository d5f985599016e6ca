import { Link } from "@remix-run/react";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { useSite } from "#app/components/site/site.ts";
import { Telephone } from "#app/components/telephone.tsx";
import { doors } from "#app/domain/help/doors.ts";
import { paths } from "#app/paths.ts";

/** What stands before every box for one's own words: danger first, then the other doors. */
export function FirstThis() {
  const force = useSite()?.force ?? null;
  return (
    <>
      <WarningText>
        If someone is in danger, call <Telephone number="999" />. Nobody reads this page day and night.
      </WarningText>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          To report a crime, call <Telephone number="101" />
          {force === null || force.website === null ? null : (
            <>
              {" "}
              or{" "}
              <a className="govuk-link" href={force.website}>
                use the website of {force.name}
              </a>
            </>
          )}
          .
        </li>
        <li>
          To say what you know about somebody, without your name, call Crimestoppers on{" "}
          <Telephone number={doors.crimestoppers.telephone} />.
        </li>
        <li>
          If you, a child or somebody else is at risk,{" "}
          <Link className="govuk-link" to={paths.help()}>
            get help now
          </Link>
          .
        </li>
        <li>
          To complain about the police,{" "}
          <Link className="govuk-link" to={`${paths.help()}#complaints`}>
            see where complaints go
          </Link>
          . We keep none here.
        </li>
      </ul>
    </>
  );
}
