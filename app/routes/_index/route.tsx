import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FinderForm } from "#app/components/finder-form.tsx";
import { plainField } from "#app/components/govuk/field.ts";
import { drawCounty } from "#app/components/map/county-picture.ts";
import { CountySvg } from "#app/components/map/county-svg.tsx";
import { oncePerFinder } from "#app/components/once-per-finder.ts";
import { OtherWays } from "#app/components/other-ways.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { FourSteps } from "./four-steps.tsx";

const countyOf = oncePerFinder(({ neighbourhoods }) => drawCounty(neighbourhoods));

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Find your neighbourhood policing team",
    description:
      "Find the police team for your neighbourhood by postcode, place or map: who they are and how to reach them.",
    path: paths.home(),
  });

export const headers = pageHeaders;

export function loader({ context: { finder, force } }: LoaderFunctionArgs) {
  allowPublic();
  return publicPage({ picture: countyOf(finder), forceName: force?.shortName ?? "the force area" });
}

export default function Home() {
  const { picture, forceName } = useLoaderData<typeof loader>();
  return (
    <>
      <div className="sn-hero">
        <div className="govuk-width-container sn-hero__row">
          <div className="sn-hero__words">
            <h1 className="sn-hero__title">
              Your streets. <br />
              Your priorities. <br />
              Your say when it is solved.
            </h1>
            <p className="sn-hero__lead">
              Find the team for your neighbourhood: who they are, where they are and how to reach them.
            </p>
            <FinderForm field={plainField("postcode")} />
            <OtherWays />
          </div>
          <CountySvg
            picture={picture}
            label={`Map of the ${picture.areas.length} neighbourhoods of ${forceName}`}
          />
        </div>
      </div>
      <FourSteps />
    </>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
