import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { scopeOf } from "#app/domain/actor.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { cyclesToConvene, meetingsInScope, signOffsToCall, urgentToConfirm } from "#db/queries/panel-list.ts";
import { meetingRow, meetingColumns } from "./meeting-row.tsx";

const mostShown = 50;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Panels", description: "Panels to call and their decisions.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "panel:convene");
  const scope = scopeOf(visit.actor, "panel:convene");
  if (scope === null) throw notFound();
  const { now } = args.context;
  const today = londonDay(now);
  return privatePage(
    await visit.read(async (tx) => ({
      frame: staffFrameOf(visit),
      now,
      today,
      cycles: await cyclesToConvene(tx, scope, mostShown),
      urgent: await urgentToConfirm(tx, scope, today, mostShown),
      signOffs: await signOffsToCall(tx, scope, mostShown),
      open: await meetingsInScope(tx, scope, true, mostShown),
      over: await meetingsInScope(tx, scope, false, mostShown),
    })),
  );
}

export default function Panels() {
  const { frame, now, today, cycles, urgent, signOffs, open, over } = useLoaderData<typeof loader>();
  const isNothing = [cycles, urgent, signOffs].every(({ length }) => length === 0);
  return (
    <StaffPage frame={frame} title="Panels">
      <h2 className="govuk-heading-m">To call</h2>
      {isNothing ? <p>No panel waits to be called.</p> : null}
      <ul className="govuk-list govuk-list--spaced">
        {cycles.map(({ id, number, place, panelEndsOn }) => (
          <li key={id}>
            <Link className="govuk-link" to={paths.staff.newPanel(id)}>
              Call the panel of {place}, cycle {number}
            </Link>{" "}
            {panelEndsOn < today ? (
              <Tag tone="late">Late: it was to decide by {dayInWords(panelEndsOn)}</Tag>
            ) : (
              `to decide by ${dayInWords(panelEndsOn)}`
            )}
          </li>
        ))}
        {urgent.map(({ reference, title, place, lapsesOn }) => (
          <li key={reference}>
            <Link className="govuk-link" to={paths.staff.priority(reference)}>
              Ask the panel of {place} to confirm “{title}”
            </Link>
            {lapsesOn === null ? null : `, which lapses on ${dayInWords(lapsesOn)}`}
          </li>
        ))}
        {signOffs.map(({ reference, title, place }) => (
          <li key={reference}>
            <Link className="govuk-link" to={paths.staff.feedback(reference)}>
              Ask the panel of {place} whether “{title}” is done
            </Link>
            : residents have answered
          </li>
        ))}
      </ul>
      <h2 className="govuk-heading-m">Open</h2>
      {open.length === 0 ? (
        <p>No meeting is open.</p>
      ) : (
        <DataTable
          caption="Open meetings"
          isCaptionHidden
          columns={meetingColumns}
          rows={open.map((meeting) => meetingRow(meeting, now))}
        />
      )}
      <h2 className="govuk-heading-m">Over</h2>
      {over.length === 0 ? (
        <p>No panel has met yet.</p>
      ) : (
        <DataTable
          caption="Meetings that are over"
          isCaptionHidden
          columns={meetingColumns}
          rows={over.map((meeting) => meetingRow(meeting, now))}
        />
      )}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
