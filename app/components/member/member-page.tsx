import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { paths } from "#app/paths.ts";

/** The frame of a member's own page: the page, then the way to their sign-in details and the way out. */
export function MemberPage({
  title,
  hasCalendar = false,
  children,
}: {
  title: string;
  hasCalendar?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">{title}</h1>
      {children}
      <h2 className="govuk-heading-m">Your account</h2>
      <ul className="govuk-list">
        <li>
          <Link className="govuk-link" to={paths.partners.security()}>
            How you sign in
          </Link>
        </li>
        {hasCalendar ? (
          <li>
            <Link className="govuk-link" to={paths.account.calendar()}>
              What is due, in your own calendar
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="govuk-link" to={paths.account.sessions()}>
            Where you are signed in
          </Link>
        </li>
        <li>
          <Link className="govuk-link" to={paths.account.home()}>
            What we hold about you
          </Link>
        </li>
      </ul>
      <Form method="post" action={paths.signOut()}>
        <Button look="secondary">Sign out</Button>
      </Form>
    </div>
  );
}
