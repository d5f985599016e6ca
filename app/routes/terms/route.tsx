import { Link } from "@remix-run/react";
import type { MetaFunction } from "@remix-run/node";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { WhatYouWrite } from "./what-you-write.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Terms of taking part",
    description: "Who may take part, what becomes of what you write, and how to appeal.",
    path: paths.terms(),
  });

export const headers = pageHeaders;

export function loader() {
  allowPublic();
  return publicPage({});
}

export default function Terms() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Terms of taking part</h1>
      <InsetText>
        This website is not a way to report a crime. Call 999 in an emergency and 101 otherwise:{" "}
        <Link className="govuk-link" to={paths.help()}>
          get help now
        </Link>
        .
      </InsetText>
      <h2 className="govuk-heading-l">Who may take part</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>You are 13 or older.</li>
        <li>You live, work, study, run a business in the neighbourhood, or visit it.</li>
        <li>
          You take part for yourself. You need no account to read, and you can take part by telephone or on
          paper too: ask your neighbourhood team.
        </li>
      </ul>
      <h2 className="govuk-heading-l">Voting</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>Each person votes once. A second address does not give you a second vote.</li>
        <li>Police and partners do not vote, and do not say for you whether a problem is solved.</li>
        <li>
          Votes that look as if they came from one person many times are set aside and counted apart. They are
          never deleted in silence.
        </li>
      </ul>
      <WhatYouWrite />
      <h2 className="govuk-heading-l">If you break these terms</h2>
      <p>
        We may turn away what you wrote and, if it happens again and again, stop you from writing for a time.
        We tell you why, and you can appeal in the same way. If what you wrote is a crime, the police may act
        on it as on any other.
      </p>
      <p>
        What we hold about you is explained under{" "}
        <Link className="govuk-link" to={paths.privacy()}>
          Privacy
        </Link>
        .
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
