import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ExitThisPage } from "#app/components/govuk/exit-this-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { adultCareOf } from "#app/domain/help/adult-care.ts";
import { caseReviewsOf } from "#app/domain/help/case-reviews.ts";
import { allowPublic } from "#app/http.server.ts";
import { pageHeaders, publicPage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { AntiSocialBehaviour } from "./anti-social-behaviour.tsx";
import { Complaints } from "./complaints.tsx";
import { Contents } from "./contents.tsx";
import { Crime } from "./crime.tsx";
import { Emergency } from "./emergency.tsx";
import { NotAnEmergency } from "./not-an-emergency.tsx";
import { PeopleAtRisk } from "./people-at-risk.tsx";

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, {
    title: "Get help now",
    description: "Whom to call in danger, and whom for everything else: one thing after another.",
    path: paths.help(),
  });

export const headers = pageHeaders;

export function loader({ context: { force, finder } }: LoaderFunctionArgs) {
  allowPublic();
  return publicPage({
    force: force && { name: force.name, website: force.website },
    adultCare: adultCareOf(finder.districts),
    caseReviews: caseReviewsOf(finder.districts).map(({ council, address }) => ({ council, address })),
  });
}

export default function Help() {
  const { force, adultCare, caseReviews } = useLoaderData<typeof loader>();
  return (
    <div className="govuk-width-container sn-page">
      <ExitThisPage />
      <div className="sn-page--text sn-help">
        <h1 className="govuk-heading-xl">Get help now</h1>
        <Emergency />
        <Contents />
        <NotAnEmergency force={force} />
        <PeopleAtRisk adultCare={adultCare} />
        <Crime />
        <AntiSocialBehaviour caseReviews={caseReviews} />
        <Complaints force={force} />
      </div>
    </div>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
