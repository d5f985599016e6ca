import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Tag } from "#app/components/govuk/tag.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { categoryWords } from "#app/domain/concern/categories.ts";
import { evaluatedInWords } from "#app/domain/practice/practice.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { closedWithoutPractice, listPractice } from "#db/queries/practice.ts";
import { ToWriteUp } from "./to-write-up.tsx";

const pageSize = 50;
/** Further than anybody turns pages; bounds the work. */
const mostPages = 40;
const mostClosed = 20;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Practice", description: "What worked, for the next team.", path: null });

export const headers = pageHeaders;

/** The page that an address asks for; the first where it makes no sense. */
function pageOf(request: Request): number {
  const page = Number(new URL(request.url).searchParams.get("page"));
  return Number.isInteger(page) && page >= 1 && page <= mostPages ? page : 1;
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "practice:write");
  const scope = scopeOf(visit.actor, "practice:write");
  if (scope === null) throw notFound();
  const page = pageOf(args.request);
  const found = await visit.read(async (tx) => ({
    items: await listPractice(tx, scope, { limit: pageSize + 1, offset: (page - 1) * pageSize }),
    closed: await closedWithoutPractice(tx, scope, mostClosed),
  }));
  return privatePage({
    frame: staffFrameOf(visit),
    items: found.items.slice(0, pageSize),
    closed: found.closed.map(({ reference, title }) => ({ reference, title })),
    next: found.items.length > pageSize && page < mostPages ? page + 1 : null,
  });
}

export default function StaffPractice() {
  const { frame, items, closed, next } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Practice">
      <p>
        What was done about a problem and what came of it, for the next team that has one like it. Residents
        read what is published in{" "}
        <Link className="govuk-link" to={paths.practice()}>
          the practice library
        </Link>
        .
      </p>
      <p>
        <Link className="govuk-button" to={paths.staff.newPractice()}>
          Write about something done elsewhere
        </Link>
      </p>
      <ToWriteUp plans={closed} />
      <h2 className="govuk-heading-m">Entries</h2>
      {items.length === 0 ? (
        <p>There are none.</p>
      ) : (
        <DataTable
          caption="Entries of the practice library, drafts first"
          isCaptionHidden
          columns={["Entry", "About", "Evaluated", "State"]}
          rows={items.map(({ slug, title, category, evaluatedBy, publishedAt }) => ({
            key: slug,
            cells: [
              <Link key="link" className="govuk-link" to={paths.staff.practiceItem(slug)}>
                {title}
              </Link>,
              categoryWords[category].name,
              evaluatedInWords(evaluatedBy),
              <Tag key="state" tone={publishedAt === null ? "now" : "good"}>
                {publishedAt === null ? "Draft" : "Published"}
              </Tag>,
            ],
          }))}
        />
      )}
      <NextPage to={next === null ? null : paths.staff.practicePage(next)} />
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
