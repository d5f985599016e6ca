import { type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { MyImprovementActions } from "#app/components/abstraction/my-improvement-actions.tsx";
import { MyActions } from "#app/components/plan/my-actions.tsx";
import { pageMeta } from "#app/components/site/page-meta.ts";
import { DoneMessage } from "#app/components/staff/done-message.tsx";
import { staffFrameOf } from "#app/components/staff/staff-frame.ts";
import { StaffPage } from "#app/components/staff/staff-page.tsx";
import { heldRolesInWords } from "#app/domain/account/area-words.ts";
import { decidesAs } from "#app/domain/abstraction/authority.ts";
import { can, scopeOf } from "#app/domain/actor.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { readableParts } from "#app/domain/concern/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { requireStaff } from "#app/guards.server.ts";
import { readMyActions } from "#app/my-actions.server.ts";
import { pageHeaders, privatePage } from "#app/page.server.ts";
import { paths } from "#app/paths.ts";
import { countOpenDisputes } from "#db/queries/abstraction-dispute.ts";
import { countToDecide } from "#db/queries/abstraction-request.ts";
import { improvementActionsOf } from "#db/queries/abstraction-improvement-action.ts";
import { listActingFor, listAwayWithoutDeputy } from "#db/queries/absence.ts";
import { countQueue } from "#db/queries/concern-queue.ts";
import { countDutiesToConfirm } from "#db/queries/duty-confirm.ts";
import { countWaiting } from "#db/queries/person.ts";
import { countToAccept, countToReview } from "#db/queries/priority-staff.ts";
import { countOpenThreads } from "#db/queries/thread.ts";
import { questionsTo } from "#db/queries/impact-advice.ts";
import { countUrgent } from "#db/queries/urgent-count.ts";
import { listNotices } from "#db/queries/staff-notice.ts";
import { placementsInForce } from "#db/queries/structure.ts";
import { AbstractionsWaiting } from "./abstractions-waiting.tsx";
import { ActingFor } from "./acting-for.tsx";
import { AdviceAsked } from "./advice-asked.tsx";
import { JointWaiting } from "./joint-waiting.tsx";
import { LatestNotices } from "./latest-notices.tsx";
import { OwnSeats } from "./own-seats.tsx";
import { PlansDue } from "./plans-due.tsx";
import { PrioritiesWaiting } from "./priorities-waiting.tsx";
import { QueueWaiting } from "./queue-waiting.tsx";
import { readJoint, readSeat } from "./read-joint.server.ts";
import { readPlans } from "./read-plans.server.ts";
import { WaitingForYou } from "./waiting-for-you.tsx";

// A reminder, not a report: the rest are on their own pages.
const mostShown = 5;
const noticesOfHours = 7 * 24;

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
  const today = londonDay(context.now);
  const isAdministrator = can(actor, "person:manage");
  const accepts = scopeOf(actor, "priority:accept");
  const reviews = scopeOf(actor, "priority:review");
  const answers = scopeOf(actor, "thread:answer");
  const takes = scopeOf(actor, "urgent:answer");
  const confirms = scopeOf(actor, "abstraction:confirm");
  const authorises = scopeOf(actor, "abstraction:authorise") ?? scopeOf(actor, "abstraction:authorise-force");
  const answersOfficers = scopeOf(actor, "abstraction:read-officers");
  return privatePage(
    await read(async (tx) => {
      const placed = await placementsInForce(tx);
      const mine = await readMyActions(tx, actor, today);
      return {
        frame: staffFrameOf({ actor, signedIn }),
        today,
        done: doneWords.get(new URL(request.url).searchParams.get("done") ?? "") ?? null,
        questions: can(actor, "impact:advise") ? await questionsTo(tx, signedIn.accountId) : null,
        mine,
        improving: await improvementActionsOf(tx, signedIn.accountId, mostShown),
        mayOwnActions: can(actor, "plan:write"),
        plans: await readPlans(tx, actor, today, mine.actions),
        joint: await readJoint(tx, actor, context.now),
        roles: heldRolesInWords(actor.roles, placed),
        notices: await listNotices(tx, signedIn.accountId, {
          since: hoursAfter(context.now, -noticesOfHours),
          isPressingFirst: true,
          limit: mostShown,
        }),
        actingFor: await listActingFor(tx, signedIn.accountId, today),
        urgent: takes === null ? null : await countUrgent(tx, takes, context.now),
        concerns: can(actor, "concern:moderate")
          ? await countQueue(tx, readableParts(actor), context.now)
          : null,
        messages: answers === null ? null : await countOpenThreads(tx, answers, context.now),
        priorities: {
          toAccept: accepts === null ? null : await countToAccept(tx, accepts),
          toReview: reviews === null ? null : await countToReview(tx, reviews),
        },
        seat: await readSeat(tx, actor, context.now),
        abstractions: {
          duties: confirms === null ? null : await countDutiesToConfirm(tx, confirms, context.now),
          disputes: answersOfficers === null ? null : await countOpenDisputes(tx, answersOfficers),
          requests:
            authorises === null
              ? null
              : await countToDecide(tx, {
                  scope: authorises,
                  roles: decidesAs(actor),
                  accountId: signedIn.accountId,
                }),
        },
        waiting: isAdministrator
          ? { ...(await countWaiting(tx)), away: await listAwayWithoutDeputy(tx, today, mostShown) }
          : null,
      };
    }),
  );
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
