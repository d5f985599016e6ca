import { reviewers, type Reviewer } from "#app/domain/plan/review.ts";
import { planStages, type PlanStage } from "#app/domain/plan/states.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import { actionRows } from "./action-rows.ts";
import { changesOf, fieldsOf } from "./plan-field-rows.ts";
import { measureRows } from "./measure-rows.ts";
import type { HistoryRows } from "./rows.ts";
import type { Story } from "./story.ts";
import { atHour, between, pick, type Telling } from "./telling.ts";

const { sergeantReviewDays, inspectorReviewDays, checkAgainDays } = defaultSettings;
const every: Readonly<Record<Reviewer, number>> = {
  sergeant: sergeantReviewDays,
  inspector: inspectorReviewDays,
};

/** The problem-solving plan of a priority, with all that was written in it and done for it by now. */
export function addPlan(telling: Telling, story: Story, rows: HistoryRows): void {
  const { people, now } = telling;
  const { planId, priority, life, played } = story;
  const { sergeantId: ownerId, officerIds } = people;
  const changes = changesOf(telling, story);
  const reviews = reviewsOf(telling, story);
  const lastChange = [...changes.map(({ at }) => at), ...played.planEvents.map(({ at }) => at)]
    .sort((one, other) => one.getTime() - other.getTime())
    .at(-1);
  rows.plans.push({
    id: planId,
    priorityId: priority.id,
    stage: played.stage,
    standing: played.standing,
    pausedUntil: played.pause?.until ?? null,
    pausedReason: played.pause?.reason ?? null,
    ownerId,
    leadId: officerIds[0] ?? null,
    begunOn: life.heldOn,
    sergeantDueOn: reviews.due.sergeant,
    inspectorDueOn: reviews.due.inspector,
    monitorOn: monitorOnOf(telling, story),
    closedAt: played.closedAt,
    changedAt: lastChange ?? atHour(life.heldOn, 20, 30),
    version: 1 + played.planEvents.length + reviews.rows.length,
  });
  rows.planChanges.push(...changes);
  rows.planFields.push(...fieldsOf(changes));
  rows.planReviews.push(...reviews.rows);
  rows.planEvents.push(
    ...played.planEvents.map((event, at) => ({
      id: telling.id("plan-event", `${planId}:${at}`),
      planId,
      ...event,
      actorId: ownerId,
    })),
  );
  rows.planInvolvements.push(...involvementsOf(telling, story, now));
  const { actions, partners } = actionRows(telling, story);
  rows.planActions.push(...actions);
  rows.planPartners.push(...partners);
  const { measures, points } = measureRows(telling, story);
  rows.measures.push(...measures);
  rows.measurePoints.push(...points);
}

/** When residents are asked again; null where they have been, or are not to be. */
function monitorOnOf({ today }: Telling, { played }: Story): Day | null {
  const signedOff = played.events.filter(({ to }) => to === "signed-off").at(-1);
  if (signedOff === undefined) return null;
  const on = addDays(londonDay(signedOff.at), checkAgainDays);
  return on > today ? on : null;
}

const notes: readonly string[] = [
  "On course. The next step is agreed with the partners.",
  "The figures are a week behind. Asked the analyst for them.",
  "One action is late. Spoke with its owner; a new day is set.",
  "Residents were told last week. Nothing to change.",
  "The team lost days to cover elsewhere. The plan stands.",
];

/** The looks that sergeant and inspector took, some of them late, and when each is due again. */
function reviewsOf({ id, people, today }: Telling, { planId, life, played, random }: Story) {
  const end = played.closedAt === null ? today : londonDay(played.closedAt);
  const rows: HistoryRows["planReviews"] = [];
  const due: Record<Reviewer, Day> = { sergeant: "", inspector: "" };
  for (const reviewer of reviewers) {
    let dueOn = addDays(life.heldOn, every[reviewer]);
    // One plan in six has been left alone for a while.
    const until = random.next() < 0.16 ? addDays(end, -every[reviewer]) : end;
    for (;;) {
      const reviewedOn = addDays(
        dueOn,
        random.next() < 0.75 ? -between(random, 0, 3) : between(random, 1, 9),
      );
      if (reviewedOn >= until) break;
      rows.push({
        id: id("plan-review", `${planId}:${reviewer}:${rows.length}`),
        planId,
        reviewer,
        reviewedOn,
        daysLate: Math.max(0, daysBetween(dueOn, reviewedOn)),
        note: pick(random, notes),
        by: reviewer === "sergeant" ? people.sergeantId : people.inspectorId,
        at: atHour(reviewedOn, 15, random.index(60)),
      });
      dueOn = addDays(reviewedOn, every[reviewer]);
    }
    due[reviewer] = dueOn;
  }
  return { rows, due };
}

const ways: readonly { who: string; how: string }[] = [
  { who: "Eleven residents at the drop-in", how: "They marked on a map what they see, and when" },
  {
    who: "A walk with six residents and a ranger",
    how: "They showed the places, and said what they would change",
  },
  {
    who: "The street briefing: some thirty people passed",
    how: "They chose between three proposals with stickers",
  },
  { who: "Nine key individuals", how: "They were rung and asked the same four questions" },
  {
    who: "Fourteen people at the neighbourhood meeting",
    how: "They heard what had been found, and put it right in two places",
  },
  { who: "Pupils of the school council", how: "They asked others in their classes and told us" },
];

function involvementsOf({ id, people }: Telling, story: Story, now: Date): HistoryRows["planInvolvements"] {
  const { planId, priority, life, problem, random } = story;
  const add = (
    key: string,
    stage: PlanStage,
    heldOn: Day,
    words: { who: string; how: string; whatChanged: string },
  ) => ({
    id: id("plan-involvement", `${planId}:${key}`),
    planId,
    stage,
    heldOn,
    ...words,
    addedBy: people.sergeantId,
    addedAt: atHour(addDays(heldOn, 1), 9),
  });
  const rows =
    priority.origin === "community-cycle"
      ? [
          add("draft", "draft", life.heldOn, {
            who: "Residents who raised it and voted for it, and the panel",
            how: "They chose it as a priority of the neighbourhood",
            whatChanged: "The team works on it because residents asked for it",
          }),
        ]
      : [];
  life.stretches.forEach(({ opened }, stretch) => {
    for (const [stage, on] of opened) {
      if (stage === "draft" || stage === "awaiting-signoff" || stage === "closed") continue;
      const next = opened.get(planStages[planStages.indexOf(stage) + 1] ?? "closed");
      const heldOn = addDays(
        on,
        next === undefined ? 4 : Math.max(0, Math.floor(daysBetween(on, next) * 0.6)),
      );
      rows.push(
        add(`${stretch}:${stage}`, stage, heldOn, {
          ...pick(random, ways),
          whatChanged: problem.involved[stage],
        }),
      );
    }
  });
  const reached = story.played.planEvents.map(({ to }) => to);
  return rows.filter(
    ({ addedAt, stage }) => addedAt <= now && (stage === "draft" || reached.includes(stage)),
  );
}
