import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireSignedIn } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findIdentityOf, listAdministrators } from "#db/queries/identity.ts";
import { FirstAdministrator, WhoToAsk } from "./who-to-ask.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "You are signed in, and not yet linked to a post",
    description: "An administrator links you to your post.",
    path: null,
  });

export const headers = pageHeaders;

const mostShown = 5;

export async function loader(args: LoaderFunctionArgs) {
  const { signedIn, read } = await requireSignedIn(args);
  if (!signedIn.isWaiting) return redirect(paths.staff.home());
  const { administrators, identity } = await read(async (tx) => ({
    administrators: await listAdministrators(tx, londonDay(args.context.now), mostShown),
    identity: await findIdentityOf(tx, signedIn.accountId),
  }));
  return privatePage({
    name: signedIn.name,
    administrators: administrators.flatMap(({ name }) => name ?? []),
    // Until there is an administrator, somebody at the command line needs to be told this.
    identity: administrators.length === 0 ? identity : null,
  });
}

export default function Waiting() {
  const { name, administrators, identity } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-l">An administrator will link you to your post</h1>
      <p>
        You are signed in
        {name === null ? (
          ""
        ) : (
          <>
            {" "}
            as <strong>{name}</strong>
          </>
        )}
        . Until you are linked to your post there is nothing for you to see here. Open this page again later:
        you do not need to do anything else.
      </p>
      {identity === null ? (
        <WhoToAsk administrators={administrators} />
      ) : (
        <FirstAdministrator identity={identity} />
      )}
      <form method="post" action={paths.signOut()}>
        <Button look="secondary">Sign out</Button>
      </form>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
