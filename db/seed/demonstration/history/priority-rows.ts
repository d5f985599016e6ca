import { priorityStepRules, type PriorityStep } from "#app/domain/priority/steps.ts";
import { publicLineOf } from "#app/domain/priority/take-step.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { paths } from "#app/paths.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import type { ToldAdoption } from "./panel-rows.ts";
import type { PlannedCycle } from "./cycle-plan.ts";
import { closeReason, declineReasons, urgentReasons } from "./outcomes.ts";
import type { HistoryRows } from "./rows.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";
import type { Theme } from "./themes.ts";

/** A priority of the history: from when to when it took one of the three places. */
export interface ToldPriority {
  row: HistoryRows["priorities"][number];
  from: Day;
  until: Day | null;
  events: HistoryRows["priorityEvents"];
  news: HistoryRows["news"];
}

const shared = (telling: Telling, theme: Theme, place: string) => ({
  reference: telling.reference("priority"),
  neighbourhoodId: telling.neighbourhoodId,
  category: theme.category,
  title: theme.title.replaceAll("{place}", place),
  statement: theme.summary.replaceAll("{place}", place),
});

function eventsOf(
  telling: Telling,
  priorityId: string,
  steps: readonly { step: PriorityStep; on: Day; reason?: string }[],
): HistoryRows["priorityEvents"] {
  let from: PriorityState = "proposed";
  return steps.map(({ step, on, reason = null }) => {
    const { to } = priorityStepRules[step];
    const event = {
      id: telling.id("priority-event", `${priorityId}:${step}`),
      priorityId,
      at: atHour(on, 12),
      from,
      to,
      line: publicLineOf(step, reason),
    };
    from = to;
    return event;
  });
}

/** What became of something that a panel adopted. */
export function tellPriority(telling: Telling, cycle: PlannedCycle, adoption: ToldAdoption): ToldPriority {
  const { id, random, today, neighbourhoodId } = telling;
  const { candidate, itemId, heldOn, isLowParticipation } = adoption;
  const priorityId = id("priority", `${cycle.number}:${candidate.number}`);
  const answeredOn = addDays(heldOn, between(random, 2, 6));
  const declined = random.next() < 0.025 ? pick(random, declineReasons) : null;
  const closedOn = addDays(heldOn, between(random, 95, 260));
  const isAnswered = answeredOn <= today;
  const base = {
    id: priorityId,
    ...shared(telling, candidate.theme, candidate.place),
    origin: "community-cycle" as const,
    cycleId: cycle.id,
    candidateId: candidate.id,
    resolutionItemId: itemId,
    isLowParticipation,
    isInterim: cycle.isInterim,
    adoptedOn: heldOn,
  };
  const adopt = { step: "adopt", on: heldOn } as const;
  if (!isAnswered)
    return {
      row: { ...base, state: "adopted", changedAt: atHour(heldOn, 20) },
      from: heldOn,
      until: null,
      events: eventsOf(telling, priorityId, [adopt]),
      news: [],
    };
  if (declined !== null && addDays(answeredOn, 14) <= today) {
    const reviewedAt = atHour(addDays(answeredOn, 9), 15);
    return {
      row: {
        ...base,
        state: "declined-by-force",
        declinedAt: atHour(answeredOn, 12),
        declineCode: declined.code,
        declineReason: declined.reason,
        reviewDueOn: addDays(answeredOn, 14),
        reviewedAt,
        reviewOutcome: "upheld",
        reviewReason: "The refusal stands: what was asked for is not for the police to do.",
        endedAt: reviewedAt,
        changedAt: reviewedAt,
      },
      from: heldOn,
      until: addDays(answeredOn, 9),
      events: eventsOf(telling, priorityId, [
        adopt,
        { step: "decline", on: answeredOn, reason: declined.reason },
      ]),
      news: [],
    };
  }
  const accepted = { acceptedAt: atHour(answeredOn, 12), reviewOn: addDays(answeredOn, 28) };
  const accept = { step: "accept", on: answeredOn } as const;
  if (closedOn <= today)
    return {
      row: {
        ...base,
        ...accepted,
        state: "closed-without-signoff",
        endedAt: atHour(closedOn, 12),
        changedAt: atHour(closedOn, 12),
      },
      from: heldOn,
      until: closedOn,
      events: eventsOf(telling, priorityId, [
        adopt,
        accept,
        { step: "close-without-signoff", on: closedOn, reason: closeReason },
      ]),
      news: [],
    };
  const toldOn = addDays(today, -between(random, 3, 24));
  return {
    row: { ...base, ...accepted, state: "in-progress", changedAt: atHour(answeredOn, 12) },
    from: heldOn,
    until: null,
    events: eventsOf(telling, priorityId, [adopt, accept]),
    // One in six has not been heard of for long: the page says so.
    news:
      random.next() < 0.17 || toldOn <= answeredOn
        ? []
        : [
            {
              id: id("news", `${cycle.number}:${candidate.number}`),
              at: atHour(toldOn, 16),
              neighbourhoodId,
              kind: "priority",
              subjectId: priorityId,
              line: `The team met people about “${base.title}” and tells what comes next on its page.`,
              path: paths.priority(base.reference),
              toldAt: atHour(toldOn, 16, 5),
            },
          ],
  };
}

/** An urgent priority that the team added: a fortnight ago, or long ago and lapsed. */
export function tellUrgent(telling: Telling, theme: Theme, place: string, addedOn: Day): ToldPriority {
  const { id, random, today } = telling;
  const lapsesOn = addDays(addedOn, 28);
  const hasLapsed = daysBetween(lapsesOn, today) > 0;
  const urgentReason = pick(random, urgentReasons);
  const priorityId = id("priority", `urgent:${addedOn}`);
  const accepted = addDays(addedOn, 1);
  return {
    row: {
      id: priorityId,
      ...shared(telling, theme, place),
      origin: "snt-urgent",
      state: hasLapsed ? "lapsed" : "in-progress",
      adoptedOn: addedOn,
      lapsesOn,
      urgentReason,
      acceptedAt: atHour(accepted, 12),
      endedAt: hasLapsed ? atHour(addDays(lapsesOn, 1), 1) : null,
      changedAt: hasLapsed ? atHour(addDays(lapsesOn, 1), 1) : atHour(accepted, 12),
    },
    from: addedOn,
    until: hasLapsed ? addDays(lapsesOn, 1) : null,
    events: eventsOf(telling, priorityId, [
      { step: "add-urgent", on: addedOn, reason: urgentReason },
      { step: "accept", on: accepted },
      ...(hasLapsed ? [{ step: "lapse" as const, on: addDays(lapsesOn, 1) }] : []),
    ]),
    news: [],
  };
}
