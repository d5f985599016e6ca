import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { askedSignIn, keepAttempt, signingInHeaders } from "#app/signing-in.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your force’s sign-in does not answer",
    description: "Staff sign-in cannot be reached at the moment.",
    path: null,
  });

export const headers = signingInHeaders;

const tryAgainSeconds = 30;

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { identityProvider, publicUrl, keys, now } = context;
  const { next, isFresh } = askedSignIn(request);
  const isFromElsewhere = request.headers.get("Sec-Fetch-Site") === "cross-site";
  // Another site's link may lead to our page, and not through it: signing in is the person's own doing.
  if (identityProvider === null || isFromElsewhere) return redirect(paths.staff.signIn(next));
  const begun = await identityProvider.begin({
    answerAt: `${publicUrl}${paths.staff.signInAnswer()}`,
    isFresh,
  });
  if (begun.kind === "away") {
    const again = isFresh ? paths.staff.proveAgainStart(next) : paths.staff.signInStart(next);
    return data({ again }, { status: 503, headers: { "Retry-After": String(tryAgainSeconds) } });
  }
  const attempt = { ...begun.secrets, next, isFresh, startedAt: now };
  return redirect(begun.address, {
    headers: { "Set-Cookie": await keepAttempt({ publicUrl, keys }, attempt) },
  });
}

export default function ProviderAway() {
  const { again } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-l">Your force’s sign-in does not answer</h1>
      <p>
        You cannot sign in until it does. Wait half a minute and try again. If it stays so, tell your force’s
        service desk. Colleagues who are signed in can go on working.
      </p>
      <a className="govuk-button" draggable={false} href={again}>
        Try again
      </a>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
