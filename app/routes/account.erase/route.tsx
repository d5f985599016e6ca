import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { requireFresh } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { leavingHeaders } from "#app/leave.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { eraseResident } from "#app/services/resident/erase-resident.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Erase your account",
    description: "Erase what this service holds about you.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor } = await requireFresh(args);
  if (actor.kind !== "resident") throw notFound();
  return privatePage({});
}

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireFresh(args);
  const { db, now, keys, publicUrl } = args.context;
  if (!(await eraseResident({ db, now, keys }, actor, "asked"))) throw notFound();
  return redirect(paths.account.erased(), { headers: await leavingHeaders(publicUrl) });
}

export default function Erase() {
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs items={[{ to: paths.account.home(), words: "Your account" }]} here="Erase your account" />
      <h1 className="govuk-heading-xl">Erase your account</h1>
      <p>We erase at once:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>your email address</li>
        <li>your neighbourhoods and your age</li>
        <li>where and when you were signed in</li>
        <li>what we wrote to you; what is still on its way is not sent</li>
      </ul>
      <p>
        Our record of what was done here names nobody. It keeps a number that stood for you, and from then on
        nothing links that number to you.
      </p>
      <WarningText>This cannot be undone. You can begin again with a new account at any time.</WarningText>
      <form method="post" action={paths.account.erase()}>
        <Button>Erase my account</Button>
      </form>
      <p>
        <Link className="govuk-link" to={paths.account.home()}>
          Keep my account
        </Link>
      </p>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
