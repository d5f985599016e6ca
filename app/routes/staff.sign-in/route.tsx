import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { askedSignIn } from "#app/signing-in.server.ts";
import { ForceAccount } from "./force-account.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: args.data?.isFresh === true ? "Prove it is you" : "Staff sign-in",
    description: "Sign in with the account you use on your force's own systems.",
    path: paths.staff.signIn(),
  });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  allowPublic();
  const { next, isFresh } = askedSignIn(request);
  const { actor, signedIn } = await context.who();
  const isStaff = signedIn !== null && actor.kind === "staff";
  if (isStaff && (!isFresh || signedIn.isFresh)) return redirect(next);
  return privatePage({
    isFresh: isFresh && isStaff,
    // Whoever chairs a group has pages there too, and signs in elsewhere.
    next: next.startsWith(paths.tasking.home()) ? next : undefined,
    start: isFresh && isStaff ? paths.staff.proveAgainStart(next) : paths.staff.signInStart(next),
    hasProvider: context.identityProvider !== null,
    isDemonstration: context.isDemonstration,
  });
}

export default function StaffSignIn() {
  const { isFresh, start, next, hasProvider, isDemonstration } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">{isFresh ? "Prove it is you" : "Staff sign-in"}</h1>
      {hasProvider ? <ForceAccount start={start} isFresh={isFresh} /> : <NoProvider />}
      {isDemonstration ? (
        <p>
          This is a demonstration. You can{" "}
          <Link className="govuk-link" to={paths.demo.people()}>
            try it as one of its fictional people
          </Link>
          .
        </p>
      ) : null}
      {isFresh ? null : <Elsewhere next={next} />}
    </div>
  );
}

const NoProvider = () => <p>This installation is not connected to a force’s sign-in.</p>;

const Elsewhere = ({ next }: { next: string | undefined }) => (
  <>
    <h2 className="govuk-heading-m">If you do not work for the force</h2>
    <ul className="govuk-list govuk-list--bullet">
      <li>
        <Link className="govuk-link" to={paths.partners.signIn(next)}>
          Sign in as a partner, or a member of a panel or network
        </Link>
      </li>
      <li>
        <Link className="govuk-link" to={paths.signIn()}>
          Sign in as a resident
        </Link>
      </li>
    </ul>
  </>
);

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
