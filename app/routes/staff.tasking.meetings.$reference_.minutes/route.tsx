import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { Minutes } from "#app/components/tasking/minutes.tsx";
import { taskingFrameOf } from "#app/components/tasking/tasking-frame.ts";
import { TaskingPage } from "#app/components/tasking/tasking-page.tsx";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { notFound } from "#app/http.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { readMinutes } from "#app/services/tasking/read-minutes.server.ts";
import { readTaskingMeeting } from "#app/services/tasking/read-meeting.server.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import { requireMeeting } from "#app/tasking-record.server.ts";

export const meta: MetaFunction = (args) =>
  pageMeta(args, {
    title: "Minutes of a joint tasking meeting",
    description: "Who was there, what was said and decided, and who does what.",
    path: null,
  });

export const headers = pageHeaders;

/** What whoever records does next with the minutes; null where there is nothing left to do. */
function nextStepOf({ state, circulatedAt }: HeldMeeting["meeting"]): string | null {
  if (state === "open") return "Go on recording";
  return state === "finished" && circulatedAt === null ? "Send the minutes round" : null;
}

export async function loader(args: LoaderFunctionArgs) {
  const visit = await requireMeeting(args);
  const { db, now } = args.context;
  const reference = args.params["reference"] ?? "";
  const read = await readTaskingMeeting({ db, now }, visit.actor, reference, "minutes", async (tx, held) => ({
    minutes: await readMinutes(tx, held),
    next: mayRecordIn(visit.actor, held) ? nextStepOf(held.meeting) : null,
  }));
  if (read === null) throw notFound();
  return privatePage({
    frame: taskingFrameOf(visit),
    ...read,
  });
}

export default function TaskingMinutes() {
  const { frame, minutes, next } = useLoaderData<typeof loader>();
  return (
    <TaskingPage
      frame={frame}
      marking={minutes.marking}
      title={`Minutes: ${minutes.group}, meeting ${minutes.number}`}
    >
      <ul className="govuk-list sn-no-print">
        {next === null ? null : (
          <li>
            <Link className="govuk-link" to={paths.tasking.record(minutes.reference)}>
              {next}
            </Link>
          </li>
        )}
        <li>
          <Link className="govuk-link" to={paths.tasking.meeting(minutes.reference)}>
            Back to the meeting
          </Link>
        </li>
      </ul>
      <Minutes minutes={minutes} />
    </TaskingPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
