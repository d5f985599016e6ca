import { Link } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { StateTag } from "#app/components/priority/state-tag.tsx";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { stageWords } from "#app/domain/cycle/stages.ts";
import { priorityOriginWords } from "#app/domain/priority/origin.ts";
import type { OverviewLine, OverviewPlace } from "#app/domain/priority/overview.ts";
import { paths } from "#app/paths.ts";

const ageInWords = (days: number) => (days === 1 ? "1 day" : `${days} days`);

function Place({ place: { slug, name, team } }: { place: OverviewPlace }) {
  return (
    <>
      <Link className="govuk-link" to={paths.neighbourhood(slug)}>
        {name}
      </Link>
      <br />
      <span className="sn-quiet">{team.name}</span>
    </>
  );
}

/** A line for each open priority. */
export function OverviewTable({ lines }: { lines: readonly OverviewLine[] }) {
  return (
    <DataTable
      caption="Open priorities"
      columns={["Neighbourhood", "Priority", "Theme", "Origin", "Stage", "Age", "Late"]}
      rows={lines.map(({ place, priority, standing }) => ({
        key: priority.reference,
        cells: [
          <Place key="place" place={place} />,
          <Link key="priority" className="govuk-link" to={paths.staff.priority(priority.reference)}>
            {priority.title}
          </Link>,
          categoryWords[priority.category].name,
          <Origin key="origin" priority={priority} />,
          <StateTag key="stage" state={priority.state} />,
          ageInWords(standing.ageDays),
          standing.late.length === 0
            ? "No"
            : standing.late.map(({ kind, words }) => (
                <Tag key={kind} tone="late">
                  {words}
                </Tag>
              )),
        ],
      }))}
    />
  );
}

function Origin({ priority }: { priority: OverviewLine["priority"] }) {
  const { origin, isLowParticipation, isInterim, isTakenDown } = priority;
  return (
    <>
      {priorityOriginWords[origin]}
      {isLowParticipation ? <p className="sn-quiet">Low participation</p> : null}
      {isInterim ? <p className="sn-quiet">Interim panel</p> : null}
      {isTakenDown ? <p className="sn-quiet">Its public page is taken down</p> : null}
    </>
  );
}

/** Neighbourhoods that have no open priority, and where their cycle stands. */
export function WithoutTable({ places }: { places: readonly OverviewPlace[] }) {
  return (
    <DataTable
      caption="Neighbourhoods with no priority"
      columns={["Neighbourhood", "Section", "Cycle now"]}
      rows={places.map((place) => ({
        key: place.slug,
        cells: [
          <Place key="place" place={place} />,
          place.section.name,
          place.cycle === null
            ? "No cycle runs"
            : `Round ${place.cycle.number}: ${stageWords[place.cycle.stage].name}`,
        ],
      }))}
    />
  );
}
