import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useEffect } from "react";
import { Button } from "#app/components/govuk/button.tsx";
import { forgetForm } from "#app/components/abstraction/kept-form.ts";
import { deviceStorage } from "#app/components/plan/device-storage.ts";
import { forgetDrafts } from "#app/components/plan/drafts.ts";
import { WarningText } from "#app/components/govuk/warning-text.tsx";
import { forgetRecords, hasRecords } from "#app/components/tasking/waiting-records.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { useHydrated } from "#app/components/use-hydrated.ts";
import { allowPublic } from "#app/http.server.ts";
import { leavingHeaders } from "#app/leave.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { endSession } from "#app/services/session/end-session.server.ts";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.isSignedIn === false ? "You are signed out" : "Sign out",
    description: "Sign out of Safer Neighbourhoods in this browser.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ context }: LoaderFunctionArgs) {
  allowPublic();
  const { signedIn } = await context.who();
  return privatePage({ isSignedIn: signedIn !== null });
}

export async function action({ context }: ActionFunctionArgs) {
  allowPublic();
  const { db, now, publicUrl } = context;
  const { actor } = await context.who();
  if (actor.sessionId !== null) await endSession({ db, now }, actor, actor.sessionId);
  return redirect(paths.signOut(), { headers: await leavingHeaders(publicUrl) });
}

export default function SignOut() {
  const { isSignedIn } = useLoaderData<typeof loader>();
  const isHydrated = useHydrated();
  const kept = isHydrated ? deviceStorage() : null;
  useEffect(() => {
    const storage = deviceStorage();
    // A browser on plain http does not clear it by itself.
    if (isSignedIn || storage === null) return;
    forgetDrafts(storage);
    forgetForm(storage);
    forgetRecords(storage);
  }, [isSignedIn]);
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      {isSignedIn ? (
        <form method="post" action={paths.signOut()}>
          <h1 className="govuk-heading-xl">Sign out</h1>
          <p>What you have done here is kept. You can come back at any time.</p>
          {kept !== null && hasRecords(kept) ? (
            <WarningText>
              Something written in a joint tasking meeting is still waiting on this device. It is lost when
              you sign out: open the record of that meeting first.
            </WarningText>
          ) : null}
          <Button>Sign out</Button>
        </form>
      ) : (
        <>
          <h1 className="govuk-heading-xl">You are signed out</h1>
          <p>
            This browser keeps nothing of your visit but its own list of pages you looked at. On a computer
            that others use, close the window too.
          </p>
          <p>
            <Link className="govuk-link" to={paths.home()}>
              Find your team
            </Link>
          </p>
        </>
      )}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
