import { Link } from "@remix-run/react";
import type { MetaFunction } from "@remix-run/node";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Cookies",
    description: "The few cookies that this website needs, and what each is for.",
    path: paths.cookies(),
  });

export const headers = pageHeaders;

export function loader() {
  allowPublic();
  return publicPage({});
}

const cookies = [
  {
    term: "Your place",
    value:
      "The postcode that you entered and the neighbourhood we found, so that you need not enter it again. Until you close your browser.",
  },
  {
    term: "Signing in",
    value:
      "Your email address, sealed so that only we can read it, and a random value that ties the code we email to your browser. Until you are signed in, 30 minutes at most.",
  },
  {
    term: "Signing in, for staff",
    value: "Sealed random values that tie the force’s own sign-in page to your browser. Ten minutes at most.",
  },
  {
    term: "Signed in",
    value:
      "A random value that keeps you signed in. Until you sign out or close your browser; for residents it is worth nothing after 30 minutes.",
  },
];

export default function Cookies() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Cookies</h1>
      <p>
        A cookie is a small file that a website keeps in your browser. We use only those that the website
        cannot do without, so we do not ask whether we may.
      </p>
      <SummaryList rows={cookies} />
      <p>
        Staff who write in a plan have what is not saved yet kept in their browser, until it is saved or they
        sign out.
      </p>
      <p>
        We do not count visitors by cookies, follow you to other websites or let anybody else put cookies
        here.
      </p>
      <p>
        Your browser can delete and refuse cookies. Without them you can read everything and find your team
        from{" "}
        <Link className="govuk-link" to={paths.neighbourhoods()}>
          the list of neighbourhoods
        </Link>
        , but not sign in.
      </p>
      <p>
        What we hold ourselves is explained under{" "}
        <Link className="govuk-link" to={paths.privacy()}>
          Privacy
        </Link>
        .
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
