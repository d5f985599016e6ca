import { scopeOf, type Actor } from "#app/domain/actor.ts";
import { countOf } from "#app/domain/plan/exceptions.ts";
import { reviewReachOf } from "#app/domain/plan/review.ts";
import { addDays, type Day } from "#app/domain/team/day.ts";
import { actionsLateOn, reviewsDueBy } from "#db/queries/plan-due.ts";
import { countExceptions } from "#db/queries/plan-exception.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";

const soonDays = 7;
const mostShown = 10;
const firstPage = { after: null, limit: mostShown + 1 };

/** The plans that wait for whoever approves them, with what is late of others’ actions, and how many exceptions there are for whoever oversees them. */
export async function readPlans(tx: Db, actor: Actor, today: Day, own: readonly { id: string }[]) {
  const oversees = scopeOf(actor, "plan:oversee");
  const approves = scopeOf(actor, "plan:approve");
  const reviews =
    approves === null
      ? []
      : await reviewsDueBy(tx, reviewReachOf(actor), addDays(today, soonDays), firstPage);
  const lateActions = approves === null ? [] : await actionsLateOn(tx, approves, today, firstPage);
  const { planDays } = await readSettings(tx);
  return {
    exceptions:
      oversees === null
        ? null
        : countOf(await countExceptions(tx, oversees, { today, plannedBefore: addDays(today, -planDays) })),
    due: {
      reviews: reviews.slice(0, mostShown),
      lateActions: lateActions.slice(0, mostShown).filter(({ id }) => !own.some((one) => one.id === id)),
      hasMore: reviews.length > mostShown || lateActions.length > mostShown,
    },
  };
}
