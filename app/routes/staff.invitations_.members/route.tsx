import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { momentInWords } from "#app/components/moment-in-words.ts";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { daysInWords } from "#app/domain/account/day-words.ts";
import { memberKindWords } from "#app/domain/member/member.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { viewMembers } from "#app/services/member/view-members.server.ts";

const rowsOnAPage = 25;
const asked = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) });

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Members", description: "Partners, panels and key individuals.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "member:invite");
  const { page } = asked.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const { db, now } = args.context;
  const slice = { limit: rowsOnAPage + 1, offset: (page - 1) * rowsOnAPage };
  const rows = await viewMembers({ db, now }, visit.actor, slice);
  return privatePage({
    frame: staffFrameOf(visit),
    nextPage: rows.length > rowsOnAPage ? page + 1 : null,
    rows: rows.slice(0, rowsOnAPage),
  });
}

export default function Members() {
  const { frame, rows, nextPage } = useLoaderData<typeof loader>();
  const title = "Partners, panel members and key individuals";
  return (
    <StaffPage
      frame={frame}
      title={title}
      errors={
        <Breadcrumbs items={[{ to: paths.staff.invitations(), words: "Invitations" }]} here="Members" />
      }
    >
      <p className="sn-quiet">
        <strong>OFFICIAL-SENSITIVE.</strong> Each look at this list is recorded.
      </p>
      {rows.length === 0 ? <p>There are none in your area.</p> : null}
      {rows.length === 0 ? null : (
        <DataTable
          caption={title}
          isCaptionHidden
          columns={["Name", "As", "Area", "When", "Needs"]}
          rows={rows.map((row) => ({
            key: row.appointmentId,
            cells: [
              <Link key="name" className="govuk-link" to={paths.staff.member(row.accountId)}>
                {row.name ?? "No name"}
              </Link>,
              row.agency === null
                ? memberKindWords[row.kind].name
                : `${memberKindWords[row.kind].name}, ${row.agency}`,
              row.area,
              daysInWords(row.startsOn, row.endsOn),
              row.lostAt === null ? "" : `A way back, asked ${momentInWords(row.lostAt)}`,
            ],
          }))}
        />
      )}
      <NextPage to={nextPage === null ? null : `?page=${nextPage}`} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
