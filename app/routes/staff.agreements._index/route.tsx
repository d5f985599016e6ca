import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { StandingTag } from "#app/components/agreement/standing-tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { beginsAfter, standingOf } from "#app/domain/agreement/standing.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { listAgreements } from "#db/queries/agreement-list.ts";

const title = "Information-sharing agreements";
const rowsOnAPage = 50;
const asked = z.object({ page: z.coerce.number().int().min(1).max(1_000).catch(1) });

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title, description: "What lets partners share in joint work.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "agreement:keep");
  const { page } = asked.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const today = londonDay(args.context.now);
  const slice = { limit: rowsOnAPage + 1, offset: (page - 1) * rowsOnAPage };
  const rows = await visit.read((tx) => listAgreements(tx, today, slice));
  return privatePage({
    frame: staffFrameOf(visit),
    nextPage: rows.length > rowsOnAPage ? page + 1 : null,
    rows: rows.slice(0, rowsOnAPage).map(({ state, startsOn, ...row }) => ({
      ...row,
      standing: standingOf({ state, startsOn, reviewBy: row.reviewBy }, today),
      begins: beginsAfter({ state, startsOn, reviewBy: row.reviewBy }, today),
    })),
  });
}

export default function Agreements() {
  const { frame, rows, nextPage } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title={title}>
      <MarkingLine marking="official" />
      <p>
        A partner reads joint work only while an agreement is in force for their agency. What has lapsed or is
        due for review stands first.
      </p>
      <p>
        <Link className="govuk-link" to={paths.tasking.newAgreement()}>
          Draft an agreement
        </Link>
      </p>
      {rows.length === 0 ? (
        <p>There is none yet.</p>
      ) : (
        <DataTable
          caption={title}
          isCaptionHidden
          columns={["Agreement", "Covers", "Standing", "Review by", "Signed"]}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <Link key="agreement" className="govuk-link" to={paths.tasking.agreement(row.reference)}>
                {row.title} ({row.reference})
              </Link>,
              row.partnership ?? "All of the force",
              <StandingTag key="standing" standing={row.standing} begins={row.begins} />,
              row.reviewBy === null ? "Not set" : dayInWords(row.reviewBy),
              `${row.signed} of ${row.parties}`,
            ],
          }))}
        />
      )}
      <NextPage to={nextPage === null ? null : paths.tasking.agreements(`page=${nextPage}`)} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
