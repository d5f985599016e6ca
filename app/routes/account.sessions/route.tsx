import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { sessionLimits } from "#app/domain/session/session.ts";
import { readForm } from "#app/forms.server.ts";
import { requireSignedIn } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { leavingHeaders } from "#app/leave.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { endOtherSessions } from "#app/services/session/end-other-sessions.server.ts";
import { endSession } from "#app/services/session/end-session.server.ts";
import { listSessions } from "#db/queries/session.ts";
import { OwnSession } from "./own-session.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Where you are signed in",
    description: "The browsers in which you are signed in, and how to sign out of them.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requireSignedIn(args);
  const { now } = args.context;
  const { accountId } = signedIn;
  const listed = await read((tx) => listSessions(tx, accountId, now));
  const sessions = listed
    .map((session) => ({ ...session, isHere: session.id === actor.sessionId }))
    .filter(({ method, lastSeenAt, isHere }) => {
      if (actor.kind === "visitor" || actor.kind === "system") return false;
      return isHere || now.getTime() - lastSeenAt.getTime() <= sessionLimits(actor.kind, method).idleMs;
    })
    .sort((a, b) => Number(b.isHere) - Number(a.isHere));
  return privatePage({ sessions });
}

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("end"), id: z.uuid() }),
  z.object({ intent: z.literal("end-others") }),
]);

export async function action(args: ActionFunctionArgs) {
  const { actor } = await requireSignedIn(args);
  const { db, now, publicUrl } = args.context;
  const form = await readForm(args.request, schema);
  if (!form.ok) throw notFound();
  if (form.value.intent === "end-others") {
    await endOtherSessions({ db, now }, actor);
    return redirect(paths.account.sessions());
  }
  const { id } = form.value;
  await endSession({ db, now }, actor, id);
  return id === actor.sessionId
    ? redirect(paths.signOut(), { headers: await leavingHeaders(publicUrl) })
    : redirect(paths.account.sessions());
}

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <Breadcrumbs
        items={[{ to: paths.account.home(), words: "Your account" }]}
        here="Where you are signed in"
      />
      <h1 className="govuk-heading-xl">Where you are signed in</h1>
      <p>If you do not know one of these, sign it out.</p>
      <ul className="sn-own-list">
        {sessions.map((session) => (
          <OwnSession key={session.id} session={session} />
        ))}
      </ul>
      {sessions.length > 1 ? (
        <form method="post" action={paths.account.sessions()}>
          <input type="hidden" name="intent" value="end-others" />
          <Button>Sign out everywhere else</Button>
        </form>
      ) : null}
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
