import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Advice } from "#app/components/concern/advice.tsx";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { keepRaised, recallRaised } from "#app/raised-cookie.server.ts";
import { claimConcern } from "#app/services/concern/claim-concern.server.ts";
import { votingPlace } from "#app/voting-place.server.ts";
import { Received } from "./received.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "What happens next",
    description: "Your concern has reached the team.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  allowPublic();
  const { slug, name } = await votingPlace(context, params["slug"]);
  const raised = await recallRaised(request, context);
  if (raised?.slug !== slug) return redirect(paths.raise(slug));
  const { reference, route, isTheirs } = raised;
  const { signedIn, actor } = await context.who();
  const hasAccount = signedIn !== null && actor.kind !== "staff";
  return privatePage({ slug, name, reference, route, isTheirs, hasAccount });
}

/** Somebody who signed in after they raised it makes it theirs. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now } = context;
  const slug = params["slug"] ?? "";
  const raised = await recallRaised(request, context);
  const { signedIn, actor } = await context.who();
  if (raised?.slug !== slug || signedIn === null) return redirect(paths.raise(slug));
  const { concernId, reference } = raised;
  const isTheirs = await claimConcern({ db, now }, actor, { concernId, accountId: signedIn.accountId });
  if (!isTheirs) return redirect(paths.raised(slug));
  return redirect(paths.account.concern(reference), {
    headers: { "Set-Cookie": await keepRaised({ ...raised, isTheirs }, context) },
  });
}

export default function Raised() {
  const { route, ...raised } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <ExitThisPage />
      {route === null ? null : <Advice route={route} isTitle />}
      <Received {...raised} route={route} />
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
