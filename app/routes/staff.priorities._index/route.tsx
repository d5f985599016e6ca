import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { readOverviewFilter } from "#app/components/priority/overview-filter.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { londonMidnight } from "#app/domain/account/day-words.ts";
import { can, scopeOf } from "#app/domain/actor.ts";
import { areaChoicesOf } from "#app/domain/priority/area-choices.ts";
import { endsInWords, sumOfEnds } from "#app/domain/priority/ends.ts";
import { communityShareInWords, isInArea, overviewOf } from "#app/domain/priority/overview.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { overviewRows } from "#db/queries/overview.ts";
import { endsByPlace } from "#db/queries/priority-ends.ts";
import { readSettings } from "#db/queries/setting.ts";
import { FilterForm } from "./filter-form.tsx";
import { OverviewTable, WithoutTable } from "./overview-table.tsx";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Priorities", description: "All open priorities of your area.", path: null });

export const headers = pageHeaders;

const daysOfEnds = 365;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "priority:read-overview");
  const scope = scopeOf(visit.actor, "priority:read-overview");
  if (scope === null) throw notFound();
  const search = new URL(request.url).searchParams;
  const filter = readOverviewFilter(search);
  const { rows, ends, figures } = await visit.read(async (tx) => ({
    rows: await overviewRows(tx, scope),
    ends: await endsByPlace(tx, scope, londonMidnight(addDays(londonDay(context.now), -daysOfEnds))),
    figures: await readSettings(tx),
  }));
  const { area, theme, stage, isLateOnly, order } = filter;
  const asked = rows.filter(({ place }) => isInArea(filter, place)).map(({ place }) => place.slug);
  return privatePage({
    frame: staffFrameOf(visit),
    areas: areaChoicesOf(rows.map(({ place }) => place)),
    chosen: {
      area: area === null ? "" : `${area.kind}:${area.code}`,
      theme: theme ?? "",
      stage: stage ?? "",
      isLateOnly,
      order,
    },
    query: search.toString(),
    ended: endsInWords(sumOfEnds(ends, new Set(asked))),
    canAddUrgent: can(visit.actor, "priority:add-urgent"),
    ...overviewOf(rows, filter, londonDay(context.now), figures),
  });
}

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

export default function Overview() {
  const { frame, areas, chosen, query, ended, canAddUrgent, lines, without, totals } =
    useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Priorities">
      <p>
        {count(totals.priorities, "priority", "priorities")} open in{" "}
        {count(totals.neighbourhoods, "neighbourhood", "neighbourhoods")}, {totals.late} late,{" "}
        {totals.lowParticipation} chosen with low participation.{" "}
        {count(totals.withNone, "neighbourhood has", "neighbourhoods have")} none.
      </p>
      <p>{communityShareInWords(totals)}</p>
      {ended === null ? null : <p>In the last 12 months {ended}</p>}
      <div className="sn-staff__actions">
        {canAddUrgent ? (
          <Link className="govuk-button" role="button" draggable={false} to={paths.staff.newUrgentPriority()}>
            Add an urgent priority
          </Link>
        ) : null}
        <Link className="govuk-link" to={paths.staff.prioritiesMap()}>
          On a map
        </Link>
        <a className="govuk-link" href={paths.staff.prioritiesDownload(query)}>
          Download as CSV
        </a>
      </div>
      <FilterForm areas={areas} chosen={chosen} />
      {lines.length === 0 ? <p>No open priority is like that.</p> : <OverviewTable lines={lines} />}
      {without.length === 0 ? null : <WithoutTable places={without} />}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
