import { data, redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { paths } from "#app/paths.ts";
import { keepSession } from "#app/session-cookie.server.ts";
import { forgetAttempt, signingInHeaders } from "#app/signing-in.server.ts";
import { failures } from "./failure.ts";
import { finishSignIn } from "./finish-sign-in.server.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.title ?? "Staff sign-in",
    description: "The end of a staff sign-in.",
    path: null,
  });

export const headers = signingInHeaders;

const awaySeconds = 30;

/**
 * Changes state although it is a GET: OpenID Connect answers by sending the browser here. In place of the guard against
 * other sites, an answer counts only in the browser that holds the cookie of its own attempt, and once.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { publicUrl } = context;
  const forgetting = await forgetAttempt(context);
  const outcome = await finishSignIn(request, context);
  if (outcome.ok) {
    const cookies = new Headers({ "Set-Cookie": forgetting });
    cookies.append("Set-Cookie", await keepSession(outcome.reference, publicUrl));
    return redirect(outcome.to, { headers: cookies });
  }
  const { status, title, words } = failures[outcome.failure];
  const isForLater = status === 503 || status === 429;
  return data(
    { title, words, canBeginAgain: outcome.failure !== "closed" },
    {
      status,
      headers: {
        "Set-Cookie": forgetting,
        ...(isForLater ? { "Retry-After": String(outcome.retryAfterSeconds ?? awaySeconds) } : {}),
      },
    },
  );
}

export default function SignInFailed() {
  const { title, words, canBeginAgain } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-l">{title}</h1>
      <p>{words}</p>
      {canBeginAgain ? (
        <p>
          <Link className="govuk-link" to={paths.staff.signIn()}>
            Begin again
          </Link>
        </p>
      ) : null}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
