import { judgementInWords } from "#app/domain/abstraction/improvement-words.ts";
import { judge, type TeamMonth } from "#app/domain/abstraction/improvement.ts";
import { addMonths, type Month } from "#app/domain/abstraction/month.ts";
import type { ImprovementState } from "#app/domain/abstraction/words.ts";
import { addDays } from "#app/domain/team/day.ts";
import type * as schema from "#db/schema/index.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { atHour } from "../history/telling.ts";
import { toldPlans, type ToldPlan } from "./improvement-plans.ts";

type ImprovementRow = typeof schema.abstractionImprovements.$inferInsert & { id: string };

export interface ImprovementRows {
  improvements: ImprovementRow[];
  events: (typeof schema.abstractionImprovementEvents.$inferInsert)[];
  actions: (typeof schema.abstractionImprovementActions.$inferInsert)[];
  reviews: (typeof schema.abstractionImprovementReviews.$inferInsert)[];
  judgements: (typeof schema.abstractionJudgements.$inferInsert)[];
}

export interface PlayedTeam {
  id: string;
  code: string;
  /** Since the agreement, in order. */
  months: readonly TeamMonth[];
}

const accountId = (reference: string) => seedId("account", reference);
// The days for confirming the last duties of a month are over then.
const judgedAfterDays = 7;
const approvedOn = 19;
const reviewedOn = 24;

/** What became of a team since the agreement, as the platform judges its months and with the plan that was written. */
export function playImprovements(
  { id: teamId, code, months }: PlayedTeam,
  anchor: Month,
  now: Date,
): ImprovementRows {
  const rows: ImprovementRows = { improvements: [], events: [], actions: [], reviews: [], judgements: [] };
  const plan = toldPlans[code];
  let open: ImprovementRow | null = null;
  let closedAfter: Month | null = null;
  let liveIn: Month | null = null;
  const step = (
    at: Date,
    from: ImprovementState,
    to: ImprovementState,
    line: string,
    actorId: string | null,
  ) =>
    rows.events.push({
      id: seedId("improvement-event", `${code}:${at.toISOString()}`),
      improvementId: open?.id ?? "",
      at,
      from,
      to,
      line,
      actorId,
    });
  for (const [number, month] of months.entries()) {
    const at = atHour(addDays(addMonths(month.month, 1), judgedAfterDays), 3);
    const state: ImprovementState = open?.state ?? (closedAfter === null ? "within" : "closed");
    const judgement = judge(
      { state, openedFor: open?.openedFor ?? null, liveIn, closedAfter },
      months.slice(0, number + 1),
      month.month,
    );
    rows.judgements.push({ teamId, judgedAt: at, ...month });
    if (open !== null) open.judgedTo = month.month;
    if (judgement.to !== state) {
      const line = judgementInWords(month, judgement, false);
      if (open === null) {
        open = newRow(teamId, code, judgement.to, month.month, at);
        rows.improvements.push(open);
        step(at, "within", judgement.to, line, null);
      } else {
        if (open.state === "within") Object.assign(open, { openedAt: at, openedFor: month.month });
        if (judgement.to === "escalated") open.escalatedAt = at;
        Object.assign(open, { state: judgement.to, changedAt: at });
        step(at, state, judgement.to, line, null);
        if (judgement.to === "closed") {
          open.closedAt = at;
          open.result = plan?.result ?? null;
          closedAfter = month.month;
          open = null;
          liveIn = null;
        }
      }
    }
    const approvedIn = addMonths(month.month, 1);
    if (
      open?.state === "plan-required" &&
      plan !== undefined &&
      approvedIn === addMonths(anchor, plan.liveAt)
    ) {
      const approvedAt = atHour(addDays(approvedIn, approvedOn), 10);
      Object.assign(open, writtenOf(plan, approvedIn), {
        state: "plan-live",
        liveAt: approvedAt,
        changedAt: approvedAt,
      });
      step(approvedAt, "plan-required", "plan-live", "The plan runs.", accountId(plan.approver));
      liveIn = approvedIn;
      rows.actions.push(...actionsOf(plan, open.id, approvedIn, now));
      rows.reviews.push(...reviewsOf(plan, open.id, approvedIn, now));
    }
  }
  return rows;
}

const newRow = (
  teamId: string,
  code: string,
  state: ImprovementState,
  month: Month,
  at: Date,
): ImprovementRow => ({
  id: seedId("improvement", `${code}:${month}`),
  teamId,
  state,
  openedAt: at,
  openedFor: month,
  judgedTo: month,
  changedAt: at,
});

const writtenOf = (plan: ToldPlan, liveIn: Month) => ({
  rootCause: plan.rootCause,
  target: plan.target,
  targetTenths: plan.targetTenths,
  targetOn: addDays(addMonths(liveIn, plan.targetAfter + 1), -1),
  publicSummary: plan.publicSummary,
  ownerId: accountId(plan.owner),
});

const actionsOf = (
  plan: ToldPlan,
  improvementId: string,
  liveIn: Month,
  now: Date,
): ImprovementRows["actions"] =>
  plan.actions.map(({ unit, task, owner, dueAfter, state, result }, at) => {
    const dueOn = addDays(addMonths(liveIn, dueAfter + 1), -1);
    return {
      id: seedId("improvement-action", `${improvementId}:${at + 1}`),
      improvementId,
      number: at + 1,
      unit,
      task,
      ownerId: accountId(owner),
      dueOn,
      state,
      result,
      changedAt:
        state === "open"
          ? atHour(addDays(liveIn, approvedOn), 10)
          : earlier(atHour(addDays(dueOn, -3), 15), now),
    };
  });

const reviewsOf = (
  plan: ToldPlan,
  improvementId: string,
  liveIn: Month,
  now: Date,
): ImprovementRows["reviews"] =>
  plan.reviews.flatMap((note, at) => {
    // Each looks at the month before it.
    const reviewedAt = atHour(addDays(addMonths(liveIn, at + 1), reviewedOn), 14);
    return reviewedAt > now
      ? []
      : [
          {
            id: seedId("improvement-review", `${improvementId}:${at}`),
            improvementId,
            month: addMonths(liveIn, at),
            note,
            at: reviewedAt,
            by: accountId(plan.approver),
          },
        ];
  });

const earlier = (one: Date, other: Date) => (one < other ? one : other);
