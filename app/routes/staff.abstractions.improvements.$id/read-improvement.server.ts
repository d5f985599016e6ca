import { causesOf, shortfallsOf } from "#app/domain/abstraction/cause.ts";
import { lastMonthToJudge, nextDue, reviewedMonth } from "#app/domain/abstraction/improvement-due.ts";
import { isOnTeamAlone, isPlanOpen, missingOfPlan } from "#app/domain/abstraction/improvement-plan.ts";
import { monthFigureInWords } from "#app/domain/abstraction/improvement-words.ts";
import { mayReadImprovement, mayWriteImprovement } from "#app/domain/abstraction/improvement-writers.ts";
import type { TeamMonth } from "#app/domain/abstraction/improvement.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import { accountName } from "#app/domain/account/account-words.ts";
import { isSeparate, type Actor } from "#app/domain/actor.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { planOwnersOf } from "#app/services/abstraction/improvement-owners.server.ts";
import { codesOf } from "#db/queries/abstraction-cause.ts";
import { actionsOfImprovement } from "#db/queries/abstraction-improvement-action.ts";
import {
  findImprovement,
  improvementEvents,
  improvementReviews,
  teamInForce,
} from "#db/queries/abstraction-improvement.ts";
import { monthsOfTeam } from "#db/queries/abstraction-judgement.ts";
import { findAccount } from "#db/queries/account.ts";
import type { Db } from "#db/types.ts";
import { actionChoicesOf } from "./action-choices.server.ts";
import { rateChartOf } from "./improvement-charts.ts";

/** So many months are drawn before the one that opened it. */
const monthsBefore = 6;

/** All that the page of an improvement shows to an actor; null where they have no such improvement. */
export async function readImprovement(tx: Db, actor: Actor, id: string, now: Date) {
  const improvement = await findImprovement(tx, id);
  const team = improvement === null ? null : await teamInForce(tx, improvement.teamId);
  if (improvement === null || team === null || !mayReadImprovement(actor, team)) return null;
  const { state, openedFor, judgedTo, liveAt, escalatedAt, closedAt, targetTenths } = improvement;
  const today = londonDay(now);
  const writes = mayWriteImprovement(actor, { ...team, state, wasEscalated: escalatedAt !== null });
  const isOpen = isPlanOpen(state);
  const to = closedAt === null ? lastMonthToJudge(today) : judgedTo;
  const within = { kind: "team", id: team.id } as const;
  const months = await monthsOfTeam(tx, team.id, { from: addMonths(openedFor, -monthsBefore), to });
  const codes = await codesOf(tx, { within, month: openedFor, to });
  const events = await improvementEvents(tx, id);
  const actions = await actionsOfImprovement(tx, id);
  const reviews = await improvementReviews(tx, id);
  const owner = improvement.ownerId === null ? null : await findAccount(tx, improvement.ownerId);
  const planned = actions.filter((action) => action.state !== "dropped");
  const opening = events.find(({ from, at }) => from === "within" && at >= improvement.openedAt);
  const due = nextDue({
    state,
    since: londonDay(events.findLast((event) => event.to === state && event.from !== state)?.at ?? now),
    liveOn: liveAt === null ? null : londonDay(liveAt),
    reviewedTo: reviews[0]?.month ?? null,
  });
  const lastOver = reviewedMonth(today);
  return {
    team: team.name,
    state,
    today,
    opening: opening?.line ?? null,
    openedOn: londonDay(improvement.openedAt),
    plan: { ...improvement, owner: owner === null ? null : accountName(owner.name) },
    // A watch and a month within ask for no plan.
    hasPlan: isOpen || closedAt !== null,
    chart: rateChartOf({ months, targetTenths, liveAt, escalatedAt }),
    causes: {
      months: spanInWords(openedFor, to),
      codes: causesOf(codes),
      teams: shortfallsOf(codes),
    },
    actions,
    steps: events.toReversed(),
    reviews,
    due,
    figures: closedAt === null ? null : closingInWords(months, openedFor),
    missing:
      state === "plan-required"
        ? missingOfPlan(improvement, planned.length).map(({ message }) => message)
        : null,
    isOnTeamAlone: isOnTeamAlone(
      planned.map(({ unit }) => unit),
      team.name,
    ),
    writes,
    isOwner: writes && !isSeparate(actor, [improvement.ownerId]),
    owners: writes && isOpen ? await planOwnersOf(tx, team, today) : null,
    choices: writes && isOpen ? await actionChoicesOf(tx, team, today) : null,
    reviewMonth: writes && isOpen && !reviews.some(({ month }) => month === lastOver) ? lastOver : null,
  };
}

const spanInWords = (from: Month, to: Month) =>
  from >= to ? `in ${monthInWords(from)}` : `from ${monthInWords(from)} to ${monthInWords(to)}`;

/** "It began with 11.4%, over target, in May 2026. At its closing: 9.1% in July 2026, …". */
function closingInWords(months: readonly TeamMonth[], openedFor: Month): string {
  const said = (month: TeamMonth) => `${monthFigureInWords(month)} in ${monthInWords(month.month)}`;
  const first = months.find(({ month }) => month === openedFor);
  const last = months.filter(({ duty }) => duty > 0).slice(-3);
  return [
    first === undefined ? null : `It began with ${said(first)}.`,
    `It closed with ${new Intl.ListFormat("en-GB").format(last.map(said))}.`,
  ]
    .filter((sentence) => sentence !== null)
    .join(" ");
}
