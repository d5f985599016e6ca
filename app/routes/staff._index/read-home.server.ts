import { heldRolesInWords } from "#app/domain/account/area-words.ts";
import { decidesAs } from "#app/domain/abstraction/authority.ts";
import { can, scopeOf, type Actor } from "#app/domain/actor.ts";
import { hoursAfter } from "#app/domain/calendar/clock.ts";
import { readableParts } from "#app/domain/concern/reading.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { readMyActions } from "#app/my-actions.server.ts";
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
import type { Db } from "#db/types.ts";
import { readJoint, readSeat } from "./read-joint.server.ts";
import { readPlans } from "./read-plans.server.ts";

// A reminder, not a report: the rest are on their own pages.
const mostShown = 5;
const noticesOfHours = 7 * 24;

/** Everything that waits for somebody of the force, as their first page shows it. */
export async function readHome(tx: Db, actor: Actor, accountId: string, now: Date) {
  const today = londonDay(now);
  const isAdministrator = can(actor, "person:manage");
  const accepts = scopeOf(actor, "priority:accept");
  const reviews = scopeOf(actor, "priority:review");
  const answers = scopeOf(actor, "thread:answer");
  const takes = scopeOf(actor, "urgent:answer");
  const confirms = scopeOf(actor, "abstraction:confirm");
  const authorises = scopeOf(actor, "abstraction:authorise") ?? scopeOf(actor, "abstraction:authorise-force");
  const answersOfficers = scopeOf(actor, "abstraction:read-officers");
  const placed = await placementsInForce(tx);
  const mine = await readMyActions(tx, actor, today);
  return {
    today,
    questions: can(actor, "impact:advise") ? await questionsTo(tx, accountId) : null,
    mine,
    improving: await improvementActionsOf(tx, accountId, mostShown),
    mayOwnActions: can(actor, "plan:write"),
    plans: await readPlans(tx, actor, today, mine.actions),
    joint: await readJoint(tx, actor, now),
    roles: heldRolesInWords(actor.roles, placed),
    notices: await listNotices(tx, accountId, {
      since: hoursAfter(now, -noticesOfHours),
      isPressingFirst: true,
      limit: mostShown,
    }),
    actingFor: await listActingFor(tx, accountId, today),
    urgent: takes === null ? null : await countUrgent(tx, takes, now),
    concerns: can(actor, "concern:moderate") ? await countQueue(tx, readableParts(actor), now) : null,
    messages: answers === null ? null : await countOpenThreads(tx, answers, now),
    priorities: {
      toAccept: accepts === null ? null : await countToAccept(tx, accepts),
      toReview: reviews === null ? null : await countToReview(tx, reviews),
    },
    seat: await readSeat(tx, actor, now),
    abstractions: {
      duties: confirms === null ? null : await countDutiesToConfirm(tx, confirms, now),
      disputes: answersOfficers === null ? null : await countOpenDisputes(tx, answersOfficers),
      requests:
        authorises === null
          ? null
          : await countToDecide(tx, {
              scope: authorises,
              roles: decidesAs(actor),
              accountId,
            }),
    },
    waiting: isAdministrator
      ? { ...(await countWaiting(tx)), away: await listAwayWithoutDeputy(tx, today, mostShown) }
      : null,
  };
}
