import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { ImpactPage } from "#app/components/impact/impact-page.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { can } from "#app/domain/actor.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readImpacts } from "#app/services/impact/read-impact.server.ts";
import { ImpactTable } from "./impact-table.tsx";

const pageSize = 50;
/** Further than anybody turns pages; bounds the work. */
const mostPages = 40;

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Community impact assessments",
    description: "How communities feel, and what is done about it.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "impact:read");
  const search = new URL(args.request.url).searchParams;
  const isOpen = search.get("which") !== "closed";
  const asked = Number(search.get("page"));
  const page = Number.isInteger(asked) && asked >= 1 && asked <= mostPages ? asked : 1;
  const found = await readImpacts(args.context, visit.actor, {
    isOpen,
    limit: pageSize + 1,
    offset: (page - 1) * pageSize,
  });
  if (found === null) throw notFound();
  return privatePage({
    frame: staffFrameOf(visit),
    mayOpen: can(visit.actor, "impact:write"),
    isOpen,
    items: found.slice(0, pageSize),
    next: found.length > pageSize && page < mostPages ? page + 1 : null,
    now: args.context.now,
  });
}

export default function Impacts() {
  const { frame, mayOpen, isOpen, items, next, now } = useLoaderData<typeof loader>();
  const which = isOpen ? "open" : "closed";
  return (
    <ImpactPage frame={frame} title="Community impact assessments" back={null}>
      <p>
        How an incident, an operation or an event is felt in a community, and what is done about it. Nothing
        of this is public.
      </p>
      {mayOpen ? (
        <Link className="govuk-button" role="button" draggable={false} to={paths.tasking.newImpact()}>
          Open an assessment
        </Link>
      ) : null}
      <p>
        {isOpen ? (
          <Link className="govuk-link" to={paths.tasking.impacts("which=closed")}>
            Closed assessments
          </Link>
        ) : (
          <Link className="govuk-link" to={paths.tasking.impacts()}>
            Open assessments
          </Link>
        )}
      </p>
      {items.length === 0 ? (
        <p>{isOpen ? "No assessment is open in your area." : "No assessment of your area is closed."}</p>
      ) : (
        <ImpactTable items={items} isOpen={isOpen} now={now} />
      )}
      <NextPage to={next === null ? null : paths.tasking.impacts(`which=${which}&page=${next}`)} />
    </ImpactPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
