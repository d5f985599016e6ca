import { Link } from "@remix-run/react";

interface SentProps {
  report: string;
  page: string;
  isSignedIn: boolean;
}

/** Said once a report was sent. */
export function Sent({ report, page, isSignedIn }: SentProps) {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Thank you for telling us</h1>
      <p role="status">
        Your reference is <strong>{report}</strong>. Somebody of the team looks at it within two days.
      </p>
      <p>
        {isSignedIn
          ? "We send you an email with what we decided."
          : "You did not sign in, so we cannot tell you what we decide. If the page is taken down it will say so."}
      </p>
      <p>
        <Link className="govuk-link" to={page}>
          Back to the page
        </Link>
      </p>
    </div>
  );
}
