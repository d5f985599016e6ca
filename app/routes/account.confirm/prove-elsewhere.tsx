import { Link } from "@remix-run/react";

/** For whoever signs in by something other than a code. */
export const ProveElsewhere = ({ to, words }: { to: string; words: string }) => (
  <>
    <p>Some time has passed since you signed in. Before you go on, show that it is still you.</p>
    <p>
      <Link className="govuk-button" to={to}>
        {words}
      </Link>
    </p>
  </>
);
