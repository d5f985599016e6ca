import { and, asc, desc, eq, gt, isNotNull, isNull, lt, lte, ne, sql, type AnyColumn } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Day } from "#app/domain/team/day.ts";
import { agencies } from "#db/schema/agency.ts";
import { resolutions } from "#db/schema/panel.ts";
import { planActions, plans } from "#db/schema/plan.ts";
import { priorities } from "#db/schema/priority.ts";
import { taskingPublicLines } from "#db/schema/tasking-action.ts";
import type { Db } from "#db/types.ts";

/** Something that was done about a local priority, as residents read it. */
export interface DoneForPanel {
  id: string;
  title: string;
  /** Null for the police. */
  agency: string | null;
  line: string;
  doneOn: Day;
  /** Of joint tasking, where a line follows the name of its agency. */
  isJoint: boolean;
}

interface Meeting {
  id: string;
  neighbourhoodId: string;
  decidedAt: Date | null;
}

/** When the panel of a neighbourhood decided before a meeting of it; null for the first. */
async function lastDecidedBefore(db: Db, { id, neighbourhoodId, decidedAt }: Meeting): Promise<Date | null> {
  const [last] = await db
    .select({ decidedAt: resolutions.decidedAt })
    .from(resolutions)
    .where(
      and(
        eq(resolutions.neighbourhoodId, neighbourhoodId),
        ne(resolutions.id, id),
        isNotNull(resolutions.decidedAt),
        decidedAt === null ? undefined : lt(resolutions.decidedAt, decidedAt),
      ),
    )
    .orderBy(desc(resolutions.decidedAt))
    .limit(1);
  return last?.decidedAt ?? null;
}

// Between two meetings of a panel that works on three priorities; only a bound.
const mostActions = 200;

/**
 * All that was done about a neighbourhood's priorities since its panel decided last, up to a meeting: the actions of
 * plans and of joint tasking, as far as residents read of them. What is published late comes in the pack after that.
 */
export async function doneSinceLastPanel(db: Db, meeting: Meeting): Promise<DoneForPanel[]> {
  const after = await lastDecidedBefore(db, meeting);
  const within = (at: AnyColumn) =>
    and(
      after === null ? undefined : gt(at, after),
      meeting.decidedAt === null ? undefined : lte(at, meeting.decidedAt),
    );
  const isShown = and(
    eq(priorities.neighbourhoodId, meeting.neighbourhoodId),
    isNull(priorities.takenDownAt),
    ne(priorities.state, "proposed"),
  );
  const joint = db
    .select({
      id: taskingPublicLines.actionId,
      title: sql<string>`${priorities.title}`.as("title"),
      agency: sql<string | null>`${agencies.name}`.as("agency"),
      line: sql<string>`${taskingPublicLines.line}`.as("line"),
      doneOn: sql<Day>`${taskingPublicLines.doneOn}::text`.as("done_on"),
      isJoint: sql<boolean>`true`.as("is_joint"),
    })
    .from(taskingPublicLines)
    .innerJoin(priorities, eq(priorities.id, taskingPublicLines.priorityId))
    .leftJoin(agencies, eq(agencies.id, taskingPublicLines.agencyId))
    .where(and(isShown, within(taskingPublicLines.publishedAt)));
  const ofPlans = db
    .select({
      id: planActions.id,
      title: sql<string>`${priorities.title}`.as("title"),
      agency: sql<string | null>`${agencies.name}`.as("agency"),
      line: sql<string>`${planActions.publicLine}`.as("line"),
      doneOn: sql<Day>`(${planActions.doneAt} at time zone 'Europe/London')::date::text`.as("done_on"),
      isJoint: sql<boolean>`false`.as("is_joint"),
    })
    .from(planActions)
    .innerJoin(plans, eq(plans.id, planActions.planId))
    .innerJoin(priorities, eq(priorities.id, plans.priorityId))
    .leftJoin(agencies, eq(agencies.id, planActions.agencyId))
    .where(
      and(
        isShown,
        eq(planActions.state, "done"),
        isNotNull(planActions.publicLine),
        within(planActions.doneAt),
      ),
    );
  return unionAll(joint, ofPlans)
    .orderBy(asc(sql`title`), asc(sql`done_on`), asc(sql`1`))
    .limit(mostActions);
}
