import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { drawCounty } from "#app/components/map/county-picture.ts";
import { oncePerFinder } from "#app/components/once-per-finder.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { openAndLateByPlace } from "#app/domain/priority/overview-map.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { overviewRows } from "#db/queries/overview.ts";
import { readSettings } from "#db/queries/setting.ts";
import { OverviewSvg } from "./overview-svg.tsx";

const countyOf = oncePerFinder(({ neighbourhoods }) => drawCounty(neighbourhoods));

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Priorities on a map",
    description: "Open and late, by neighbourhood.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "priority:read-overview");
  const scope = scopeOf(visit.actor, "priority:read-overview");
  if (scope === null) throw notFound();
  const isLate = new URL(request.url).searchParams.get("show") === "late";
  const { rows, figures } = await visit.read(async (tx) => ({
    rows: await overviewRows(tx, scope),
    figures: await readSettings(tx),
  }));
  const { viewBox, areas } = countyOf(context.finder);
  return privatePage({
    frame: staffFrameOf(visit),
    isLate,
    viewBox,
    shapes: areas.map(({ slug, d }) => ({ slug, d })),
    places: openAndLateByPlace(rows, londonDay(context.now), figures),
  });
}

export default function OverviewMap() {
  const { frame, isLate, viewBox, shapes, places } = useLoaderData<typeof loader>();
  const shown = isLate ? "late priorities" : "open priorities";
  return (
    <StaffPage frame={frame} title="Priorities on a map">
      <p>The map shows {shown}: the more, the darker.</p>
      <div className="sn-staff__actions">
        <Link className="govuk-link" to={paths.staff.prioritiesMap(isLate ? undefined : "show=late")}>
          {isLate ? "Show open instead" : "Show late instead"}
        </Link>
        <Link className="govuk-link" to={paths.staff.priorities()}>
          As a table of priorities
        </Link>
      </div>
      <div className="sn-map-page">
        <DataTable
          caption={`Neighbourhoods, most ${isLate ? "late" : "open"} first`}
          columns={["Neighbourhood", "Open", "Late"]}
          rows={[...places]
            .sort(
              (a, b) => (isLate ? b.late - a.late : b.open - a.open) || a.name.localeCompare(b.name, "en-GB"),
            )
            .map(({ slug, name, open, late }) => ({
              key: slug,
              cells: [
                <Link
                  key="name"
                  className="govuk-link"
                  to={paths.staff.prioritiesOf(`neighbourhood:${slug}`)}
                >
                  {name}
                </Link>,
                open,
                late,
              ],
            }))}
        />
        <OverviewSvg
          viewBox={viewBox}
          shapes={shapes}
          places={places}
          isLate={isLate}
          label={`Map of ${shown}`}
        />
      </div>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
