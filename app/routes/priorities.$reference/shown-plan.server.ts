import { dayInWords } from "#app/domain/account/day-words.ts";
import {
  outcomeRatings,
  outcomeRatingWords,
  planFields,
  type PlanFieldName,
} from "#app/domain/plan/fields.ts";
import { chartOf } from "#app/domain/measure/chart-of.ts";
import { responseMarks } from "#app/domain/measure/response-marks.ts";
import { nextInWords } from "#app/domain/plan/next-words.ts";
import { actionInPublic, actionStandingWords, type ActionStanding } from "#app/domain/plan/public-action.ts";
import { planStagePublicWords } from "#app/domain/plan/states.ts";
import type { PriorityState } from "#app/domain/priority/states.ts";
import { joinedLineId, publicLineInWords } from "#app/domain/tasking/line-words.ts";
import { londonDay, type Day } from "#app/domain/team/day.ts";
import type { PublicPlan } from "#db/queries/public-plan.ts";
import type { JoinedLine } from "#db/queries/tasking-public-line.ts";

type Fields = PublicPlan["fields"];
export interface Row {
  term: string;
  value: string;
}

/** What the team found out, under the names that the plan gives it. */
const found = ["what", "where", "when", "affected", "residentsSay", "tried", "causes"] as const;
const checked = ["seasonBefore", "asPlanned", "comparison", "moved", "feelingSafe"] as const;

const rowsOf = (fields: Fields, names: readonly PlanFieldName[]): Row[] =>
  names.flatMap((name) => {
    const value = fields[name];
    return value === undefined ? [] : [{ term: planFields[name].label, value }];
  });

const row = (term: string, value: string | undefined): Row[] =>
  value === undefined ? [] : [{ term, value }];

/** A figure with the time that it is of. */
const figure = (value: string | undefined, period: string | undefined) =>
  value === undefined || period === undefined ? value : `${value} (${period})`;

function aimOf({ measure, baseline, baselinePeriod, target, targetDate, dataSource }: Fields): Row[] {
  const by = targetDate === undefined ? "" : ` by ${dayInWords(targetDate)}`;
  return [
    ...row("What is counted", measure),
    ...row("Where it started", figure(baseline, baselinePeriod)),
    ...row("Where it should be", target === undefined ? undefined : `${target}${by}`),
    ...row("Where the figures come from", dataSource),
  ];
}

const order: readonly ActionStanding[] = ["done", "under-way", "held-up", "late", "dropped"];
const inSentence: Readonly<Record<ActionStanding, string>> = {
  done: "done",
  "under-way": "under way",
  "held-up": "held up",
  late: "late",
  dropped: "stopped",
};

/** "Of 5 things, 3 are done, 1 is under way and 1 is late." */
function sumOf(standings: readonly ActionStanding[]): string | null {
  if (standings.length === 0) return null;
  const parts = order.flatMap((standing) => {
    const count = standings.filter((one) => one === standing).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? "is" : "are"} ${inSentence[standing]}`];
  });
  const last = parts.pop() ?? "";
  const things = standings.length === 1 ? "1 thing" : `${standings.length} things`;
  return `Of ${things}, ${parts.length === 0 ? last : `${parts.join(", ")} and ${last}`}.`;
}

/** What came of joint tasking: what is done alone, each a sentence that begins with whose it is. */
export const shownJoint = (joint: readonly JoinedLine[]) =>
  joint.map(({ id, ...line }) => ({ id: joinedLineId(id), words: publicLineInWords(line) }));

/** What the team and its partners did, in the words of the page. */
export function shownWork(plan: PublicPlan, state: PriorityState, today: Day) {
  const { stage, standing, fields, pausedUntil, pausedReason, monitorOn } = plan;
  const actions = plan.actions.map(({ line, agency, doneAt, ...action }) => ({
    line: line ?? "",
    who: agency ?? "The police",
    ...actionInPublic(
      { ...action, doneOn: doneAt === null ? null : londonDay(doneAt), isOver: stage === "closed" },
      today,
    ),
  }));
  return {
    stage:
      stage === "closed" && state !== "signed-off"
        ? "The work has ended."
        : `${planStagePublicWords[stage]}.`,
    isReturned: standing === "returned",
    paused:
      pausedUntil === null || pausedReason === null
        ? null
        : { until: dayInWords(pausedUntil), reason: pausedReason },
    objective: fields.objective ?? null,
    aim: aimOf(fields),
    found: rowsOf(fields, found),
    sum: sumOf(actions.map((action) => action.standing)),
    actions: actions.map(({ standing, ...action }) => ({
      ...action,
      standing,
      standingWords: actionStandingWords[standing],
    })),
    involved: plan.involvements.map(({ heldOn, who, how, whatChanged }) => ({
      on: dayInWords(heldOn),
      who,
      how,
      whatChanged,
    })),
    next: nextInWords({ state, stage, pausedUntil, monitorOn }),
  };
}

// More than these could not be told apart on a telephone.
const mostMarks = 8;

/** What changed, as it was reported and as the plan's assessment says. */
export function shownChange({ fields, reports, measures, actions }: PublicPlan) {
  const marks = responseMarks(
    actions.map(({ state, doneAt, line }) => ({ state, doneAt, words: line })),
  ).slice(0, mostMarks);
  const rating = outcomeRatings.find((one) => one === fields.rating);
  const reported = reports.map(({ filedAt, isCausal, ...report }) => ({
    on: dayInWords(londonDay(filedAt)),
    rows: [
      ...row("What was done", report.done),
      ...row("What has changed", report.changed),
      ...row("Before", report.before),
      ...row("After", report.after),
      ...row("What was not achieved", report.notAchieved),
      ...row("What remains to be done", report.remains),
    ],
    isCausal,
  }));
  const latest = reported.at(-1) ?? null;
  return {
    rating: rating === undefined ? null : `${outcomeRatingWords[rating]}.`,
    latest,
    charts: measures.map((measure) => chartOf(measure, marks, { hasLimits: false })),
    earlier: reported.slice(0, -1),
    assessed: [
      ...row("Where it is now", figure(fields.after, fields.afterPeriod)),
      ...rowsOf(fields, checked),
      ...(latest === null ? rowsOf(fields, ["notAchieved"]) : []),
      ...rowsOf(fields, ["sustaining"]),
    ],
  };
}

export type ShownWork = ReturnType<typeof shownWork>;
export type ShownChange = ReturnType<typeof shownChange>;
