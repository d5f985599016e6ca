import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your account is erased",
    description: "What this service held about you is erased.",
    path: null,
  });

export const headers = pageHeaders;

export function loader() {
  allowPublic();
  return privatePage({});
}

export default function Erased() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Your account is erased</h1>
      <p>We no longer know who you are, and you are signed out everywhere.</p>
      <p>
        Copies that we make in case the service breaks may hold what is erased until newer copies take their
        place. They are not used for anything else.
      </p>
      <p>
        You can still{" "}
        <Link className="govuk-link" to={paths.home()}>
          find your team
        </Link>{" "}
        and reach them. Thank you for taking part.
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
