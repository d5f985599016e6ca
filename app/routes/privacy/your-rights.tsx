import { Link } from "@remix-run/react";
import { DoorCard } from "#app/components/telephone.tsx";
import { doors } from "#app/domain/help/doors.ts";
import { paths } from "#app/paths.ts";

interface Controller {
  name: string;
  website: string | null;
}

export function YourRights({ force }: { force: Controller | null }) {
  return (
    <>
      <h2 className="govuk-heading-l">Your rights</h2>
      <p>
        In{" "}
        <Link className="govuk-link" to={paths.account.home()}>
          Your account
        </Link>{" "}
        you can, at any time and without asking anyone:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>see what we hold about you</li>
        <li>download it</li>
        <li>put it right</li>
        <li>erase it</li>
      </ul>
      <p>
        You can also ask us to restrict what we do with it, or object to it. Write to the data protection
        officer of {force?.name ?? "the force"}
        {force?.website == null ? (
          ", or call 101"
        ) : (
          <>
            , through{" "}
            <a className="govuk-link" href={force.website}>
              its website
            </a>
            , or call 101
          </>
        )}
        . You get an answer within one month.
      </p>
      <h2 className="govuk-heading-l">If you are unhappy with us</h2>
      <p>Complain to the force first, so that it can put things right. Then you can go to:</p>
      <DoorCard door={doors.informationRights} />
      <p>
        What your browser keeps is explained under{" "}
        <Link className="govuk-link" to={paths.cookies()}>
          Cookies
        </Link>
        .
      </p>
    </>
  );
}
