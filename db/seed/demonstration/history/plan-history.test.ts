import { describe, expect, test } from "vitest";
import { problemsOfPublicWords } from "#app/domain/concern/summary-check.ts";
import { approvalRefusals, evaluationRefusals } from "#app/domain/engagement/engagement.ts";
import { isActionClosed } from "#app/domain/plan/action.ts";
import { planFields, publicPlanFields } from "#app/domain/plan/fields.ts";
import { missingOf } from "#app/domain/plan/gate.ts";
import { planStages, planStandings } from "#app/domain/plan/states.ts";
import { priorityStates } from "#app/domain/priority/states.ts";
import { feedbackQuorum, pollOf } from "#app/domain/feedback/poll.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { seedId } from "#db/seed/seed-id.ts";
import { buildHistoryPlaces } from "./history-places.ts";
import { countsOf } from "./life-rounds.ts";
import { tellNeighbourhood } from "./neighbourhood-history.ts";
import type { HistoryPeople } from "./telling.ts";

const today = "2026-11-26";
const people: HistoryPeople = {
  sergeantId: seedId("account", "sergeant"),
  inspectorId: seedId("account", "inspector"),
  analystId: null,
  officerIds: [],
  partnerIds: new Map(),
};
const histories = buildHistoryPlaces().map((place) => tellNeighbourhood(place, today, people));

describe("the plans of the history", () => {
  test("are two for each priority, at every stage and standing", () => {
    for (const { priorities, plans, engagementPlans } of histories) {
      const ids = priorities.map(({ id }) => id).sort();
      expect(plans.map(({ priorityId }) => priorityId).sort()).toEqual(ids);
      expect(engagementPlans.map(({ priorityId }) => priorityId).sort()).toEqual(ids);
    }
    const plans = histories.flatMap((history) => history.plans);
    for (const stage of planStages) expect(plans.map((plan) => plan.stage)).toContain(stage);
    for (const standing of planStandings) expect(plans.map((plan) => plan.standing)).toContain(standing);
    const states = histories.flatMap(({ priorities }) => priorities.map(({ state }) => state));
    // One that nobody adopted is no priority yet; a report is asked about in the same minute.
    for (const state of priorityStates.filter((one) => one !== "proposed" && one !== "outcome-reported"))
      expect(states).toContain(state);
  });

  test("had what each stage needs before the next was opened", () => {
    for (const history of histories) {
      for (const { id: planId, stage, priorityId } of history.plans) {
        const priority = history.priorities.find(({ id }) => id === priorityId);
        const filled = Object.fromEntries(
          history.planFields.filter((one) => one.planId === planId).map(({ name, value }) => [name, value]),
        );
        const involvedIn = new Set(
          history.planInvolvements.filter((one) => one.planId === planId).map((one) => one.stage),
        );
        const actions = history.planActions
          .filter((one) => one.planId === planId)
          .map((one) => ({ isClosed: isActionClosed(one.state ?? "open") }));
        const isOver = priority?.state === "signed-off" || stage === "awaiting-signoff";
        const opened = history.planEvents.filter((one) => one.planId === planId).map(({ to }) => to);
        for (const passed of planStages.filter((one) => {
          const next = planStages[planStages.indexOf(one) + 1];
          return next !== undefined && opened.includes(next) && (one !== "assessment" || isOver);
        }))
          // An urgent one was chosen by nobody, so its objective had nobody to take part.
          if (passed !== "draft" || priority?.origin === "community-cycle")
            expect(missingOf({ stage: passed, filled, involvedIn, actions }), `${planId} ${passed}`).toEqual(
              [],
            );
      }
    }
  });

  test("keep each field as the last of its versions, some of them rewritten", () => {
    for (const { planFields: fields, planChanges } of histories.slice(0, 10))
      for (const { planId, name, value, version } of fields) {
        const own = planChanges.filter((change) => change.planId === planId && change.name === name);
        expect(own.map((change) => change.version)).toEqual(own.map((_, at) => at + 1));
        expect(own.at(-1)).toMatchObject({ value, version });
      }
    const rewritten = histories.flatMap(({ planFields: fields }) =>
      fields.filter(({ version }) => version > 1),
    );
    expect(rewritten.length).toBeGreaterThan(1_000);
  });

  test("name the figures that their charts show", () => {
    for (const { measures, measurePoints, planFields: fields } of histories.slice(0, 20))
      for (const { id, planId, kind, baseline, baselineFrom, baselineUntil, target } of measures) {
        if (kind !== "count") continue;
        const points = measurePoints.filter(({ measureId }) => measureId === id);
        expect(points.length).toBeGreaterThanOrEqual(12);
        expect(points.length).toBeLessThanOrEqual(26);
        const before = points.filter(({ on }) => on >= (baselineFrom ?? "") && on < (baselineUntil ?? ""));
        const mean = before.reduce((sum, { value }) => sum + value, 0) / before.length;
        expect(Math.round(mean)).toBe(baseline);
        const written = (name: string) =>
          fields.find((one) => one.planId === planId && one.name === name)?.value;
        expect(written("baseline") ?? String(baseline)).toBe(String(baseline));
        expect(written("target") ?? String(target)).toBe(String(target));
      }
  });

  test("point at nobody, wherever they are", () => {
    for (const { planFields: fields, outcomeReports, planEvents } of histories.slice(0, 4)) {
      const words = [
        ...fields
          .filter(({ name }) => publicPlanFields.includes(name) && planFields[name].kind === "text")
          .map(({ value }) => value),
        ...outcomeReports.flatMap(({ done, changed, notAchieved, remains, before, after }) => [
          done,
          changed,
          notAchieved,
          remains,
          before,
          after,
        ]),
        ...planEvents.map(({ line }) => line),
      ];
      for (const text of new Set(words)) expect(problemsOfPublicWords(text), text).toEqual([]);
    }
  });
});

test("engagement plans were approved and evaluated by the rules", () => {
  for (const { engagementPlans, engagementActivities } of histories)
    for (const plan of engagementPlans) {
      const { id, state, audience = "", underHeard = "", underHeardWhy = "" } = plan;
      const activities = engagementActivities
        .filter(({ planId }) => planId === id)
        .map(({ purpose, audience: whom, isCancelled, actualReach, heard }) => ({
          purpose,
          audience: whom,
          isCancelled: isCancelled === true,
          actualReach: actualReach ?? null,
          heard: heard ?? "",
        }));
      if (state !== "draft")
        expect(approvalRefusals({ state: "draft", audience, underHeard, underHeardWhy, activities })).toEqual(
          [],
        );
      if (state === "evaluated") expect(evaluationRefusals("running", activities)).toEqual([]);
    }
});

test("the last version of an engagement plan is what it says now", () => {
  for (const { engagementPlans, engagementActivities, engagementVersions } of histories)
    for (const plan of engagementPlans) {
      const versions = engagementVersions.filter(({ planId }) => planId === plan.id);
      const last = versions.at(-1);
      expect(last?.version ?? 1).toBe(plan.version);
      expect(versions.map(({ at }) => at)).toEqual(
        versions.map(({ at }) => at).toSorted((one, other) => one.getTime() - other.getTime()),
      );
      if (last === undefined) continue;
      const { state, audience, evaluation } = plan;
      expect(last.words).toMatchObject({ state, audience, evaluation });
      const held = engagementActivities.filter(({ planId }) => planId === plan.id);
      expect(last.words.activities.map(({ heard }) => heard)).toEqual(held.map(({ heard }) => heard));
    }
});

test("rounds of feedback are as the rules of feedback count them", () => {
  for (const { feedbackRounds, feedbackReplies } of histories)
    for (const round of feedbackRounds) {
      const replies = feedbackReplies.filter(({ roundId }) => roundId === round.id);
      const named = replies.flatMap(({ accountId }) => accountId ?? []);
      expect(new Set(named).size).toBe(named.length);
      expect(round.quorum).toBe(feedbackQuorum(round.voters, defaultSettings));
      if (round.closedAt == null) {
        expect(round.closesOn >= today).toBe(true);
        continue;
      }
      const counts = countsOf(replies);
      expect([round.solved, round.betterEnough, round.dontKnow]).toEqual([
        counts.solved,
        counts["better-enough"],
        counts["dont-know"],
      ]);
      expect(round.isPassed).toBe(pollOf(counts, defaultSettings).isPassed);
      expect(round.isFewReplies).toBe(replies.length < round.quorum);
    }
});
