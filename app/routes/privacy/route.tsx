import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InsetText } from "#app/components/govuk/inset-text.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { useSite } from "#app/components/site/site.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { HowLong } from "./how-long.tsx";
import { WhatWeHold } from "./what-we-hold.tsx";
import { YourRights } from "./your-rights.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Privacy",
    description: "What this website holds about you, why, for how long, and how to see or erase it.",
    path: paths.privacy(),
  });

export const headers = pageHeaders;

export function loader({ context: { mapTiles } }: LoaderFunctionArgs) {
  allowPublic();
  return publicPage({ hasMapTiles: mapTiles !== null });
}

export default function Privacy() {
  const { hasMapTiles } = useLoaderData<typeof loader>();
  const site = useSite();
  const force = site?.force ?? null;
  return (
    <div className="govuk-width-container sn-page sn-page--text">
      <h1 className="govuk-heading-xl">Privacy</h1>
      {site?.isDemonstration === true ? (
        <InsetText>
          This is a demonstration with invented people. No police force answers for it: this is the notice
          that a force would publish. Do not enter real personal information.
        </InsetText>
      ) : null}
      <h2 className="govuk-heading-l">Who is responsible</h2>
      <p>
        {force?.name ?? "The police force that runs this website"} decides what is held here and why: in law,
        it is the controller. This notice is about this website only. Reports of crime and 999 and 101 calls
        go into other systems, and the force’s own notice is about those.
      </p>
      <WhatWeHold hasMapTiles={hasMapTiles} />
      <Why />
      <WhoSeesIt />
      <HowLong />
      <YourRights force={force} />
    </div>
  );
}

function Why() {
  return (
    <>
      <h2 className="govuk-heading-l">Why we may hold it</h2>
      <p>
        Police forces must consult people in each neighbourhood and answer to them. What we hold to do so,
        such as your account, your concerns and your votes, we hold because it is needed for that public task.
      </p>
      <p>
        We ask for your consent only for what you can do without, such as emails about your neighbourhood or
        answers about your background. You can take it back as easily as you gave it, and nothing else changes
        for you.
      </p>
      <h2 className="govuk-heading-l">No decisions by machine</h2>
      <p>
        No computer decides anything about you. A program may put what you wrote into a queue, by the words in
        it; a person reads it and decides.
      </p>
    </>
  );
}

function WhoSeesIt() {
  return (
    <>
      <h2 className="govuk-heading-l">Who sees it</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          What you write is read by the officers and staff who deal with it. It is never published: what
          stands on this website is written by us.
        </li>
        <li>
          Councils and other partners work on problems and places with us. They are not told who raised them.
        </li>
        <li>
          If you tell us that somebody is in danger or of a crime, we pass it to the force’s contact centre,
          which may have to act on it.
        </li>
        <li>The company that sends our emails handles your address and the message, for us only.</li>
        <li>We sell nothing, and there is no advertising.</li>
      </ul>
      <p>
        What staff and partners do with these records is itself recorded, in a record that cannot be changed
        unseen.
      </p>
    </>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
