import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { scopeOf } from "#app/domain/actor.ts";
import { exceptionKinds, exceptionWords, isExceptionKind } from "#app/domain/plan/exceptions.ts";
import { addDays, londonDay } from "#app/domain/team/day.ts";
import { requireActor } from "#app/guards.server.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { countExceptions } from "#db/queries/plan-exception.ts";
import { readSettings } from "#db/queries/setting.ts";
import { ExceptionTable } from "./exception-table.tsx";
import { positionOf, readPosition } from "./position.ts";
import { readExceptions, type Exception } from "./read-exceptions.server.ts";

const firstOfEach = 10;
const rowsOnAPage = 50;

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Exceptions", description: "Plans that need looking at.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = await requireActor({ request, context }, "plan:oversee");
  const scope = scopeOf(visit.actor, "plan:oversee");
  if (scope === null) throw notFound();
  const search = new URL(request.url).searchParams;
  const asked = search.get("kind");
  const only = isExceptionKind(asked) ? asked : null;
  const today = londonDay(context.now);
  const page = {
    after: only === null ? null : readPosition(search.get("after")),
    limit: only === null ? firstOfEach : rowsOnAPage,
  };
  return privatePage(
    await visit.read(async (tx) => {
      const { planDays } = await readSettings(tx);
      const days = { today, plannedBefore: addDays(today, -planDays) };
      const counts = await countExceptions(tx, scope, days);
      const kinds = only === null ? exceptionKinds.filter((kind) => counts[kind] > 0) : [only];
      const lists = [];
      for (const kind of kinds) {
        // One more than is shown says whether there are more.
        const found = await readExceptions(tx, kind, scope, days, { ...page, limit: page.limit + 1 });
        const rows = found.slice(0, page.limit);
        const last = found.length > rows.length ? rows.at(-1) : undefined;
        const more = last === undefined ? null : onwards(kind, only === null ? null : last);
        lists.push({ kind, count: counts[kind], rows, more });
      }
      return { frame: staffFrameOf(visit), planDays, isOneList: only !== null, lists };
    }),
  );
}

const onwards = (kind: string, last: Exception | null) =>
  paths.staff.exceptions(last === null ? `kind=${kind}` : `kind=${kind}&after=${positionOf(last)}`);

export default function Exceptions() {
  const { frame, planDays, isOneList, lists } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Exceptions">
      <p>
        What needs looking at among the plans of your area: priorities without both plans {planDays} days
        after they were adopted, reviews and actions that are late, pauses that are over, and what residents
        or the panel sent back.
      </p>
      {lists.length === 0 ? <p>There is nothing to look at. All plans are as they should be.</p> : null}
      {lists.map(({ kind, count, rows, more }) => (
        <section key={kind}>
          <h2 className="govuk-heading-m">
            {exceptionWords[kind]}: {count}
          </h2>
          {rows.length === 0 ? <p>There are no more.</p> : null}
          {rows.length === 0 ? null : <ExceptionTable caption={exceptionWords[kind]} rows={rows} />}
          <NextPage to={more} words={isOneList ? "Next page" : `All of them`} />
        </section>
      ))}
      {isOneList ? (
        <p>
          <Link className="govuk-link" to={paths.staff.exceptions()}>
            All exceptions
          </Link>
        </p>
      ) : null}
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
