import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { MyImprovementActions } from "#app/components/abstraction/my-improvement-actions.tsx";
import { MyActions } from "#app/components/plan/my-actions.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { requireStaff } from "#app/guards.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { AbstractionsWaiting } from "./abstractions-waiting.tsx";
import { ActingFor } from "./acting-for.tsx";
import { AdviceAsked } from "./advice-asked.tsx";
import { JointWaiting } from "./joint-waiting.tsx";
import { LatestNotices } from "./latest-notices.tsx";
import { OwnSeats } from "./own-seats.tsx";
import { PlansDue } from "./plans-due.tsx";
import { PrioritiesWaiting } from "./priorities-waiting.tsx";
import { QueueWaiting } from "./queue-waiting.tsx";
import { readHome } from "./read-home.server.ts";
import { WaitingForYou } from "./waiting-for-you.tsx";

/** What was just done elsewhere, said here. */
const doneWords = new Map([
  ["action", "Thank you. What you said is in the plan."],
  ["advice", "Thank you. Whoever asked for your advice has been told."],
]);

export const meta: MetaFunction = (args) =>
  pageMeta(args, { title: "Your work", description: "What waits for you.", path: null });

export const headers = pageHeaders;

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { actor, signedIn, read } = await requireStaff({ request, context });
  return privatePage({
    frame: staffFrameOf({ actor, signedIn }),
    done: doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null,
    ...(await read((tx) => readHome(tx, actor, signedIn.accountId, context.now))),
  });
}

export default function StaffHome() {
  const {
    frame,
    today,
    done,
    questions,
    mine,
    improving,
    mayOwnActions,
    plans,
    joint,
    roles,
    notices,
    actingFor,
    urgent,
    concerns,
    messages,
    priorities,
    abstractions,
    seat,
    waiting,
  } = useLoaderData<typeof loader>();
  return (
    <StaffPage frame={frame} title="Your work">
      <DoneMessage words={done} />
      {questions === null ? null : <AdviceAsked questions={questions} />}
      {mayOwnActions || mine.actions.length > 0 ? (
        <MyActions
          {...mine}
          today={today}
          addressOf={paths.staff.myAction}
          nothing="You have no action to do."
        />
      ) : null}
      <MyImprovementActions actions={improving} today={today} />
      <PlansDue {...plans.due} today={today} />
      <ul className="govuk-list sn-staff__waiting">
        {urgent === null ? null : (
          <QueueWaiting to={paths.staff.urgent()} words="Urgent items waiting" {...urgent} />
        )}
        {concerns === null ? null : (
          <QueueWaiting to={paths.staff.concerns()} words="Concerns waiting" {...concerns} />
        )}
        {messages === null ? null : (
          <QueueWaiting to={paths.staff.threads()} words="Messages waiting" {...messages} />
        )}
        <PrioritiesWaiting {...priorities} />
        <AbstractionsWaiting {...abstractions} />
        {seat === null ? null : <OwnSeats {...seat} />}
        <JointWaiting {...joint} />
        {plans.exceptions === null ? null : (
          <li>
            <Link className="govuk-link" to={paths.staff.exceptions()}>
              Plans to look at: {plans.exceptions}
            </Link>
          </li>
        )}
      </ul>
      {waiting === null ? null : <WaitingForYou {...waiting} />}
      <ActingFor absences={actingFor} />
      <LatestNotices notices={notices} />
      <h2 className="govuk-heading-m">You are signed in as {frame.name}</h2>
      {roles.length === 0 ? (
        <p>You hold no role today. An administrator gives roles, or a post does.</p>
      ) : (
        <ul className="govuk-list govuk-list--bullet">
          {roles.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <ul className="govuk-list">
        {mayOwnActions || plans.exceptions !== null ? (
          <li>
            <Link className="govuk-link" to={paths.account.calendar()}>
              What is due, in your own calendar
            </Link>
          </li>
        ) : null}
        <li>
          <Link className="govuk-link" to={paths.account.sessions()}>
            Where you are signed in
          </Link>
        </li>
      </ul>
    </StaffPage>
  );
}

export { RouteErrorBoundary as ErrorBoundary } from "#app/components/route-error-boundary.tsx";
