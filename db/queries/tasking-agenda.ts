import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { causesOf } from "#app/domain/abstraction/cause.ts";
import { addMonths, monthOf, type Month } from "#app/domain/abstraction/month.ts";
import { bandOf, leastPostsForRate, rateOf } from "#app/domain/abstraction/rate.ts";
import { addUp } from "#app/domain/abstraction/sums.ts";
import { monthInWords } from "#app/domain/measure/month.ts";
import { openTaskingStates } from "#app/domain/tasking/action.ts";
import type { AgendaAbstraction, AgendaPriority } from "#app/domain/tasking/agenda-facts.ts";
import type { Day } from "#app/domain/team/day.ts";
import { boundaries } from "#db/schema/boundary.ts";
import { feedbackRounds } from "#db/schema/feedback.ts";
import { impactAssessments, impactNeighbourhoods } from "#db/schema/impact.ts";
import { neighbourhoods } from "#db/schema/neighbourhood.ts";
import { planActions, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingActions } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";
import { codesOf } from "./abstraction-cause.ts";
import { sumsOf } from "./abstraction-rate.ts";
import { isNameOfPlace, isWorkedOn, place } from "./plan-due.ts";
import type { TaskingGroup } from "./tasking-group.ts";

// Three in each of the forty neighbourhoods of a large BCU; only a bound.
const mostPriorities = 200;
const mostCauses = 3;
const mostImpacts = 100;

const countOf = (open: ReturnType<typeof sql>) => sql<number>`(select count(*)::int ${open})`;

/**
 * The priorities that are worked on in the neighbourhoods of a group, with how their plans and actions stand; those of
 * the same place together. Of what is said of them, everything but the counts is public, and the counts are of this group
 * and the plan alone: what another group asked is its own to know. Call it as the platform.
 */
export async function agendaPriorities(
  db: Db,
  { id: groupId, neighbourhoodIds }: Pick<TaskingGroup, "id" | "neighbourhoodIds">,
  today: Day,
): Promise<AgendaPriority[]> {
  if (neighbourhoodIds.length === 0) return [];
  const planOpen = sql`from ${planActions} where ${planActions.planId} = ${plans.id} and ${planActions.state} in ('open', 'blocked')`;
  const given = sql`from ${taskingActions} where ${taskingActions.priorityId} = ${priorities.id} and ${taskingActions.groupId} = ${groupId} and ${inArray(taskingActions.state, [...openTaskingStates])}`;
  const rows = await db
    .select({
      id: priorities.id,
      reference: priorities.reference,
      title: priorities.title,
      place,
      statement: priorities.statement,
      state: priorities.state,
      stage: plans.stage,
      feedbackUntil: sql<Day | null>`(select max(${feedbackRounds.closesOn})::text from ${feedbackRounds}
        where ${feedbackRounds.priorityId} = ${priorities.id} and ${feedbackRounds.closedAt} is null)`,
      openOfPlan: countOf(planOpen),
      lateOfPlan: countOf(sql`${planOpen} and ${planActions.dueOn} < ${today}::date`),
      openGiven: countOf(given),
      lateGiven: countOf(sql`${given} and ${taskingActions.dueOn} < ${today}::date`),
    })
    .from(priorities)
    .innerJoin(neighbourhoods, eq(neighbourhoods.id, priorities.neighbourhoodId))
    .leftJoin(plans, eq(plans.priorityId, priorities.id))
    .leftJoin(boundaries, isNameOfPlace(db))
    .where(
      and(
        isWorkedOn,
        isNull(priorities.takenDownAt),
        inArray(priorities.neighbourhoodId, [...neighbourhoodIds]),
      ),
    )
    .orderBy(place, asc(priorities.slot), asc(priorities.id))
    .limit(mostPriorities);
  return rows.map(({ openOfPlan, lateOfPlan, openGiven, lateGiven, ...priority }) => ({
    ...priority,
    open: openOfPlan + openGiven,
    late: lateOfPlan + lateGiven,
  }));
}

/**
 * How much of the time of a group's officers went elsewhere in the last whole month; null without figures. Of few posts
 * it is the band that everybody may know. Call it as the platform.
 */
export async function agendaAbstraction(
  db: Db,
  group: Pick<TaskingGroup, "isForce" | "bcuId" | "neighbourhoodIds">,
  now: Date,
): Promise<AgendaAbstraction | null> {
  const month = addMonths(monthOf(now), -1);
  const span = { from: month, to: month };
  const within = group.bcuId === null ? undefined : { kind: "bcu" as const, id: group.bcuId };
  const rows = group.isForce
    ? await sumsOf(db, { by: "force", ...span })
    : await sumsOf(db, { by: "neighbourhood", ...(within === undefined ? {} : { within }), ...span });
  const own = rows.filter(
    ({ area, isInForce }) => isInForce && (group.isForce || group.neighbourhoodIds.includes(area.id)),
  );
  const sums = addUp(own);
  const pooled = { duty: sums.duty, abstracted: sums.abstractedA };
  const rate = rateOf(pooled);
  if (rate === null) return null;
  const isFew = own.reduce((posts, row) => posts + row.posts, 0) < leastPostsForRate;
  const wide = group.isForce ? ({ kind: "force", id: "" } as const) : within;
  return {
    month: monthInWords(month),
    rate: isFew ? (bandOf(pooled) ?? rate.words) : rate.words,
    causes: isFew || wide === undefined ? [] : await causesIn(db, wide, month),
  };
}

async function causesIn(db: Db, within: Parameters<typeof codesOf>[1]["within"], month: Month) {
  const codes = await codesOf(db, { within, month });
  return causesOf(codes)
    .slice(0, mostCauses)
    .map(({ words, part }) => `${words.toLowerCase()} (${part})`);
}

/** The open impact assessments of some neighbourhoods that the scope of the transaction shows, the soonest due first. */
export const openImpactsOf = (db: Db, neighbourhoodIds: readonly string[]) =>
  db
    .select({
      reference: impactAssessments.reference,
      tension: impactAssessments.tension,
      reviewDueAt: impactAssessments.reviewDueAt,
    })
    .from(impactAssessments)
    .where(
      and(
        isNull(impactAssessments.closedAt),
        inArray(
          impactAssessments.id,
          db
            .select({ id: impactNeighbourhoods.assessmentId })
            .from(impactNeighbourhoods)
            .where(inArray(impactNeighbourhoods.neighbourhoodId, [...neighbourhoodIds])),
        ),
      ),
    )
    .orderBy(asc(impactAssessments.reviewDueAt), asc(impactAssessments.reference))
    .limit(mostImpacts);
