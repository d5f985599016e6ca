import type { MetaFunction } from "@remix-run/node";
import { Link } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "If you are under 13",
    description: "How children can have their say about their neighbourhood.",
    path: paths.account.underThirteen(),
  });

export const headers = pageHeaders;

export function loader() {
  allowPublic();
  return privatePage({});
}

export default function UnderThirteen() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Thank you for wanting to help</h1>
      <p>
        You need to be 13 to have an account here, so we have not kept your email address or anything else
        about you.
      </p>
      <p>
        What you think about the place where you live still matters. You can tell a grown-up at home, who can
        tell us. Or ask a teacher or a youth worker: schools and youth clubs can tell your local police team
        what children there think.
      </p>
      <p>
        If something makes you feel unsafe, tell a grown-up you trust. If you are in danger now, call 999. The{" "}
        <Link className="govuk-link" to={paths.help()}>
          help page
        </Link>{" "}
        says who else you can talk to.
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
