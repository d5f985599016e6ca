import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Button } from "#app/components/govuk/button.tsx";
import { SummaryList } from "#app/components/govuk/summary-list.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { can } from "#app/domain/actor.ts";
import { calendarReaders } from "#app/domain/plan/calendar-readers.ts";
import { requireSignedIn } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { findAccount } from "#db/queries/account.ts";
import { findResident, stopsOf } from "#db/queries/resident.ts";
import { toRows } from "./to-rows.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Your account",
    description: "What we hold about you, and how to change it, take it with you or erase it.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requireSignedIn(args);
  const { account, resident, stops } = await read(async (tx) => {
    const account = await findAccount(tx, signedIn.accountId);
    return {
      account,
      resident: actor.kind === "resident" ? await findResident(tx, signedIn.accountId) : null,
      stops: account?.emailKey == null ? [] : await stopsOf(tx, account.emailKey),
    };
  });
  const { finder } = args.context;
  return privatePage({
    name: account?.name ?? null,
    email: account?.email ?? null,
    since: account?.createdAt ?? null,
    resident: resident && {
      ageBand: resident.ageBand,
      neighbourhoods: resident.connections.map(({ neighbourhoodId, kind }) => ({
        id: neighbourhoodId,
        name:
          finder.neighbourhoods.find(({ id }) => id === neighbourhoodId)?.name ?? "A former neighbourhood",
        connection: kind,
      })),
    },
    hasStops: stops.length > 0,
    isStaff: actor.kind === "staff",
    hasCalendar: calendarReaders.some((permission) => can(actor, permission)),
    mayRaise: can(actor, "concern:read-own"),
  });
}

export default function AccountHome() {
  const held = useLoaderData<typeof loader>();
  const { since, resident, isStaff, hasCalendar, mayRaise } = held;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Your account</h1>
      <h2 className="govuk-heading-m">What we hold about you</h2>
      <SummaryList rows={toRows(held)} />
      {since === null ? null : <p className="sn-quiet">You came here first on {momentInWords(since)}.</p>}
      <ul className="govuk-list">
        {resident === null ? null : (
          <Choice to={paths.account.details()} words="Change your neighbourhoods or age" />
        )}
        {isStaff ? null : (
          <>
            <Choice to={paths.account.threads()} words="Your messages to neighbourhood teams" />
            <Choice to={paths.account.following()} words="What you follow, and how often you hear" />
          </>
        )}
        {mayRaise ? <Choice to={paths.account.concerns()} words="See what became of your concerns" /> : null}
        {hasCalendar ? (
          <Choice to={paths.account.calendar()} words="See what is due in your own calendar" />
        ) : null}
        <Choice to={paths.account.messages()} words="Choose which emails you get" />
        <Choice to={paths.account.sessions()} words="See where you are signed in" />
        <Choice to={paths.account.data()} words="Download everything we hold about you" />
        {resident === null ? null : <Choice to={paths.account.erase()} words="Erase your account" />}
      </ul>
      <form method="post" action={paths.signOut()}>
        <Button look="secondary">Sign out</Button>
      </form>
    </div>
  );
}

const Choice = ({ to, words }: { to: string; words: string }) => (
  <li>
    <Link className="govuk-link" to={to}>
      {words}
    </Link>
  </li>
);

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
