import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { Minutes } from "#app/components/tasking/minutes.tsx";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { mayRecord } from "#app/domain/tasking/reading.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readMinutes } from "#app/services/tasking/read-minutes.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import { requireTasking } from "#app/tasking-guard.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Minutes of a joint tasking meeting",
    description: "Who was there, what was said and decided, and who does what.",
    path: null,
  });

export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireTasking(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const read = await readTaskingMeeting({ db, now }, visit.actor, reference, "minutes", async (tx, held) => ({
    minutes: await readMinutes(tx, held),
    mayRecord: mayRecord(visit.actor, held.group),
  }));
  if (read === null) throw notFound();
  return privatePage({
    frame: taskingFrameOf(visit),
    ...read,
  });
}

export default function TaskingMinutes() {
  const { frame, minutes, mayRecord: records } = useLoaderData<typeof loader>();
  return (
    <TaskingPage
      frame={frame}
      marking={minutes.marking}
      title={`Minutes: ${minutes.group}, meeting ${minutes.number}`}
    >
      {records ? (
        <p className="sn-no-print">
          <Link className="govuk-link" to={paths.tasking.record(minutes.reference)}>
            {minutes.state === "finished" ? "Send the minutes round" : "Go on recording"}
          </Link>
        </p>
      ) : null}
      <Minutes minutes={minutes} />
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
