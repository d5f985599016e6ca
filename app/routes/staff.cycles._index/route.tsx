import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { scopeOf } from "#app/domain/actor.ts";
import { latenessOf } from "#app/domain/cycle/lateness.ts";
import { stageWords } from "#app/domain/cycle/stages.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listCycles } from "#db/queries/cycle-list.ts";
import { readSettings } from "#db/queries/setting.ts";
import { positionOf, readPosition } from "./position.ts";

const rowsOnAPage = 50;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Cycles", description: "How each neighbourhood’s choice stands.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "priority:read-overview");
  const scope = scopeOf(visit.actor, "priority:read-overview");
  if (scope === null) throw notFound();
  const after = readPosition(new URL(args.request.url).searchParams.get("after"));
  const today = londonDay(args.context.now);
  return privatePage(
    await visit.read(async (tx) => {
      // One more than is shown says whether there is a next page.
      const found = await listCycles(tx, scope, after, rowsOnAPage + 1);
      const settings = await readSettings(tx);
      const shown = found.slice(0, rowsOnAPage);
      const last = shown.at(-1);
      return {
        frame: staffFrameOf(visit),
        cycles: shown.map((cycle) => ({ ...cycle, late: latenessOf(cycle, settings, today) })),
        next:
          found.length > rowsOnAPage && last !== undefined ? paths.staff.cyclesAfter(positionOf(last)) : null,
      };
    }),
  );
}

export default function Cycles() {
  const { frame, cycles, next } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Cycles">
      <p>
        Each neighbourhood chooses its priorities in rounds of about 91 days. The calendar opens and closes
        each stage by itself.
      </p>
      {cycles.length === 0 ? (
        <p>No cycle is under way in your neighbourhoods.</p>
      ) : (
        <DataTable
          caption="Cycles of your neighbourhoods, those first whose stage ends first"
          isCaptionHidden
          columns={["Neighbourhood", "Stage", "Until", "Candidates", "To look at"]}
          rows={cycles.map(({ id, name, number, stage, endsOn, candidates, shortlisted, late }) => ({
            key: id,
            cells: [
              <Link key="name" className="govuk-link" to={paths.staff.cycle(id)}>
                {name}, cycle {number}
              </Link>,
              stageWords[stage].name,
              dayInWords(endsOn),
              candidates === 0 ? "None" : `${candidates}, ${shortlisted} on the shortlist`,
              late === null ? (
                ""
              ) : (
                <Tag key="late" tone="late">
                  {late}
                </Tag>
              ),
            ],
          }))}
        />
      )}
      <NextPage to={next} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
