import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { NextPage } from "#app/components/staff/next-page.tsx";
import { TaskingActionsTable } from "#app/components/tasking/actions-table.tsx";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { requireActorOfAny } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { FilterForm } from "./filter-form.tsx";
import { readList } from "./read-list.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Actions", description: "What tasking groups asked, of whom.", path: null });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireActorOfAny(args, ["tasking:read"]);
  const asked = new URL(args.request.url).searchParams;
  const found = await visit.read((tx) => readList(tx, visit.actor, asked, args.context.now));
  return privatePage({ frame: taskingFrameOf(visit), ...found });
}

export default function TaskingActions() {
  const { frame, filter, today, mine, actions, groups, agencies, download, next } =
    useLoaderData<typeof loader>();
  return (
    <TaskingPage frame={frame} title="Actions">
      {mine.length === 0 ? null : (
        <section>
          <h2 className="govuk-heading-m">Yours</h2>
          <TaskingActionsTable
            caption="Your actions, those due first before the others"
            today={today}
            actions={mine}
          />
        </section>
      )}
      <h2 className="govuk-heading-m">All that you may read</h2>
      <FilterForm filter={filter} groups={groups} agencies={agencies} />
      {actions.length === 0 ? (
        <p>No actions match. Choose other filters.</p>
      ) : (
        <TaskingActionsTable caption="Actions of tasking groups" today={today} actions={actions} />
      )}
      <NextPage to={next} />
      <p>
        <a className="govuk-link" href={download}>
          Download these actions as CSV
        </a>
      </p>
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
