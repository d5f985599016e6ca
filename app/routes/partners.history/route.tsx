import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { Breadcrumbs } from "#app/components/govuk/breadcrumbs.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DataTable } from "#app/components/staff/data-table.tsx";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { LapsedAgreement, LapsedBesides } from "#app/components/tasking/lapsed-agreement.tsx";
import { MarkingLine } from "#app/components/tasking/marking.tsx";
import { dayInWords } from "#app/domain/account/day-words.ts";
import { taskingActionStateWords } from "#app/domain/tasking/action.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { shutParts, shutWork } from "#app/partner-work.server.ts";
import { paths } from "#app/paths.ts";
import { readHistory } from "./read-history.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "What we have finished", description: "What your agency was asked.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActor(args, "tasking:read-own-meetings");
  const { now } = args.context;
  const shut = await shutWork(visit, londonDay(now));
  if (shut !== null) return privatePage({ shut });
  const asked = new URL(args.request.url).searchParams;
  const besides = await shutParts(visit, londonDay(now));
  const history = await visit.read((tx) => readHistory(tx, visit.actor, asked, now));
  return privatePage({ shut: null, besides, ...history });
}

export default function PartnerHistory() {
  const page = useLoaderData<typeof loader>();
  return (
    <div className={`govuk-width-container sn-page${page.shut === null ? "" : " sn-page--text"}`}>
      <Breadcrumbs items={[{ to: paths.partners.home(), words: "Partners" }]} here="What we have finished" />
      {page.shut === null ? <MarkingLine marking="official-sensitive" /> : null}
      <h1 className="govuk-heading-l">What we have finished</h1>
      {page.shut === null ? <LapsedBesides agreements={page.besides} /> : null}
      {page.shut === null ? <History {...page} /> : <LapsedAgreement agreement={page.shut.agreement} />}
    </div>
  );
}

type HistoryProps = Awaited<ReturnType<typeof readHistory>>;

function History({ years, year, actions, next }: HistoryProps) {
  return (
    <>
      <nav aria-label="Years">
        <ul className="sn-plan__pages">
          <li>
            <Link
              className="govuk-link sn-plan__page"
              to={paths.partners.history()}
              aria-current={year === null ? "page" : undefined}
            >
              All years
            </Link>
          </li>
          {years.map((one) => (
            <li key={one}>
              <Link
                className="govuk-link sn-plan__page"
                to={paths.partners.history(`year=${one}`)}
                aria-current={one === year ? "page" : undefined}
              >
                {one}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {actions.length === 0 ? (
        <p>Nothing was finished here yet.</p>
      ) : (
        <DataTable
          caption="Actions of your agency, the last finished first"
          isCaptionHidden
          columns={["Action", "What came of it", "When", "What residents read"]}
          rows={actions.map(({ id, name, task, state, closedOn, line }) => ({
            key: id,
            cells: [
              <Link key="task" className="govuk-link" to={paths.partners.asked(id)}>
                {name}: {task}
              </Link>,
              taskingActionStateWords[state],
              dayInWords(closedOn),
              line ?? "Nothing",
            ],
          }))}
        />
      )}
      <NextPage to={next} words="Earlier actions" />
    </>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
