import { publicEngagementOf } from "#db/queries/public-engagement.ts";
import { publicPlanOf } from "#db/queries/public-plan.ts";
import { findPriority, priorityStepsOf } from "#db/queries/public-priority.ts";
import { publicRoundsOf, publicSignOffsOf } from "#db/queries/public-sign-off.ts";
import { readSettings } from "#db/queries/setting.ts";
import { publicLinesOf } from "#db/queries/tasking-public-line.ts";
import type { Db } from "#db/types.ts";

/** All that the page of a priority is made of, as everybody may read it; null where there is no such priority. */
export async function readPage(tx: Db, reference: string) {
  const priority = await findPriority(tx, reference);
  if (priority === null) return null;
  const { id } = priority;
  return {
    priority,
    steps: await priorityStepsOf(tx, id),
    figures: await readSettings(tx),
    plan: await publicPlanOf(tx, id),
    joint: await publicLinesOf(tx, id),
    engagement: await publicEngagementOf(tx, id),
    rounds: await publicRoundsOf(tx, id),
    signOffs: await publicSignOffsOf(tx, id),
  };
}

export type PageFacts = NonNullable<Awaited<ReturnType<typeof readPage>>>;
