import { sql } from "drizzle-orm";
import type { LastPoll } from "#app/domain/feedback/poll-line.ts";
import type { PlanStage, PlanStanding } from "#app/domain/plan/states.ts";
import { priorities } from "#db/schema/priority.ts";

/** How far a priority has come, beside its own row: nothing of it is more than its page says. */
export const progressColumns = {
  /** Where its plan stands; null where it has none. */
  plan: sql<{ stage: PlanStage; standing: PlanStanding } | null>`(select json_build_object(
    'stage', p.stage, 'standing', p.standing) from plans p where p.priority_id = ${priorities.id})`,
  /** The last round that was counted in which residents were asked whether it is solved. */
  lastPoll: sql<LastPoll | null>`(select json_build_object('quorum', f.quorum, 'isFewReplies', f.is_few_replies,
      'counts', json_build_object('solved', f.solved, 'better-enough', f.better_enough,
        'better-not-enough', f.better_not_enough, 'no-change', f.no_change, 'worse', f.worse,
        'dont-know', f.dont_know))
    from feedback_rounds f
    where f.priority_id = ${priorities.id} and f.kind = 'sign-off' and f.closed_at is not null
    order by f.number desc limit 1)`,
};
