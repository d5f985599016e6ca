import { enoughPercent, pollOf } from "#app/domain/feedback/poll.ts";
import { decideSignOff } from "#app/domain/feedback/sign-off.ts";
import type { PlanStage } from "#app/domain/plan/states.ts";
import { closeReasonWords } from "#app/domain/priority/close.ts";
import type { PriorityStep } from "#app/domain/priority/steps.ts";
import { defaultSettings } from "#app/domain/settings/settings.ts";
import { addDays, daysBetween, type Day } from "#app/domain/team/day.ts";
import type { Random } from "../random.ts";
import type { Closing, Ending, Life, Move, Stretch, ToldRound } from "./life.ts";
import { countsOf, tellRound } from "./life-rounds.ts";
import { closings, panelReasons, pauseReasons } from "./outcomes.ts";
import { atHour, between, pick } from "./telling.ts";

/** What a life is told from. */
export interface Beginning {
  heldOn: Day;
  answeredOn: Day;
  /** How many voted for it. */
  voters: number;
  ending: Ending;
  /** Where a visitor should find it somewhere: when its outcome is reported first. */
  reportOn?: Day | undefined;
  /** A day on which the work is paused, where it is under way then. */
  isPausedOn?: Day | undefined;
  /** When the panel meets about it, where a visitor should find it waiting. */
  panelOn?: Day | undefined;
  /** Whether it is sure that enough answer in time. */
  isPrompt?: boolean | undefined;
}

// The part of the time from the inspector's answer to the report at which each stage is opened.
const firstShares: readonly (readonly [PlanStage, number])[] = [
  ["scanning", 0.03],
  ["analysis", 0.16],
  ["response-agreed", 0.29],
  ["response-live", 0.36],
  ["assessment", 0.9],
];
const againShares: readonly (readonly [PlanStage, number])[] = [
  ["response-agreed", 0.22],
  ["response-live", 0.32],
  ["assessment", 0.86],
];

const step = (
  at: Date,
  name: PriorityStep,
  reason: string | null = null,
  reasonCode: string | null = null,
): Move => ({
  kind: "step",
  at,
  step: name,
  reason,
  reasonCode,
});

const stretchOf = (from: Day, reportOn: Day, shares: typeof firstShares): Stretch => {
  const length = daysBetween(from, reportOn);
  return {
    from,
    reportOn,
    opened: new Map(
      shares.map(([stage, share]) => [stage, addDays(from, Math.max(1, Math.round(length * share)))]),
    ),
  };
};

const movesOf = ({ opened }: Stretch): Move[] =>
  [...opened].map(([to, on]) => ({ kind: "stage", at: atHour(on, 11), to }));

/** The moves of asking residents, and of the panel afterwards. */
function movesOfRound(round: ToldRound): Move[] {
  const { opensOn, closedAt, answers, isPassed, isFewReplies, panel } = round;
  const poll = pollOf(countsOf(answers), defaultSettings);
  const minute = (minutes: number) => new Date(closedAt.getTime() + minutes * 60_000);
  const asked = [
    step(atHour(opensOn, 12), "report-outcome"),
    step(atHour(opensOn, 12, 1), "open-feedback"),
    step(closedAt, "close-feedback"),
  ];
  const decision = decideSignOff(
    { isPassed, isFewReplies },
    { isQuorate: panel !== null, isCarried: panel?.isFor === true },
  );
  if (decision.outcome === "returned" && decision.cause === "poll")
    return [
      ...asked,
      step(
        minute(1),
        "return-by-poll",
        `${enoughPercent(poll) ?? 0} % of those who know said that it is enough, and ${defaultSettings.feedbackPassPercent} % are needed.`,
      ),
    ];
  if (panel === null) return asked;
  const at = atHour(panel.heldOn, 20);
  return [
    ...asked,
    decision.outcome === "signed-off" ? step(at, "sign-off") : step(at, "return", panelReasons.short),
  ];
}

/** Work begun again after a return or a recurrence, and residents asked about it. */
function again(random: Random, from: Day, number: number, voters: number): Omit<Life, "heldOn"> {
  const resumedOn = addDays(from, between(random, 5, 8));
  const stretch = stretchOf(resumedOn, addDays(resumedOn, between(random, 75, 110)), againShares);
  const round = tellRound(random, {
    number,
    opensOn: stretch.reportOn,
    voters,
    wanted: "passed",
    panel: { isFor: true, heldOn: undefined },
    isPrompt: false,
  });
  return {
    stretches: [stretch],
    rounds: [round],
    moves: [step(atHour(resumedOn, 10), "resume"), ...movesOf(stretch), ...movesOfRound(round)],
  };
}

const wantedOf = (ending: Ending): "passed" | "short" | "few" =>
  ending === "refused-by-poll" ? "short" : ending === "few-replies" ? "few" : "passed";

/** The whole life of a priority that the inspector accepted. */
export function tellLife(random: Random, beginning: Beginning): Life {
  const { heldOn, answeredOn, voters, ending, isPausedOn } = beginning;
  const reportOn = beginning.reportOn ?? addDays(answeredOn, between(random, 95, 165));
  const stretch = stretchOf(answeredOn, reportOn, firstShares);
  const moves = [
    step(atHour(heldOn, 20, 30), "adopt"),
    step(atHour(answeredOn, 10), "accept"),
    ...withPause(random, movesOf(stretch), stretch, isPausedOn),
  ];
  if (ending === "closed") return closedLife(random, { heldOn, moves, stretch }, pick(random, closings));
  const isByPoll = ending === "refused-by-poll";
  const round = tellRound(random, {
    number: 1,
    opensOn: reportOn,
    voters,
    wanted: wantedOf(ending),
    panel: isByPoll ? null : { isFor: ending !== "refused-by-panel", heldOn: beginning.panelOn },
    isPrompt: beginning.isPrompt === true,
  });
  const first: Life = {
    heldOn,
    stretches: [stretch],
    rounds: [round],
    moves: [...moves, ...movesOfRound(round)],
  };
  if (!isByPoll && ending !== "refused-by-panel") return first;
  const returnedOn = round.panel?.heldOn ?? addDays(round.closesOn, 1);
  return joined(first, again(random, returnedOn, 2, voters));
}

const joined = (life: Life, more: Omit<Life, "heldOn">): Life => ({
  heldOn: life.heldOn,
  moves: [...life.moves, ...more.moves],
  stretches: [...life.stretches, ...more.stretches],
  rounds: [...life.rounds, ...more.rounds],
});

/** The same life, with the problem back on a day after its sign-off. */
export const withRecurrence = (random: Random, life: Life, on: Day, reason: string, voters: number): Life => {
  const more = again(random, on, life.rounds.length + 1, voters);
  return joined(life, { ...more, moves: [step(atHour(on, 9), "recur", reason), ...more.moves] });
};

function withPause(
  random: Random,
  moves: Move[],
  { opened, reportOn }: Stretch,
  isPausedOn: Day | undefined,
): Move[] {
  const live = opened.get("response-live");
  const assessment = opened.get("assessment");
  if (live === undefined || assessment === undefined) return moves;
  const isPaused = isPausedOn !== undefined || random.next() < 0.1;
  if (!isPaused) return moves;
  const from = isPausedOn === undefined ? addDays(live, 6) : addDays(isPausedOn, -11);
  const until = isPausedOn === undefined ? addDays(from, between(random, 14, 40)) : addDays(isPausedOn, 17);
  if (until >= addDays(assessment, -3) || until >= reportOn || from <= live) return moves;
  return [
    ...moves.slice(0, -1),
    { kind: "pause", at: atHour(from, 15), until, reason: pick(random, pauseReasons) },
    { kind: "resume", at: atHour(until, 0, 30) },
    ...moves.slice(-1),
  ];
}

/** Closed by the inspector while it was worked on. */
function closedLife(
  random: Random,
  { heldOn, moves, stretch }: { heldOn: Day; moves: Move[]; stretch: Stretch },
  { code, words }: Closing,
): Life {
  const at = atHour(addDays(stretch.from, between(random, 45, 90)), 14);
  return {
    heldOn,
    stretches: [stretch],
    rounds: [],
    moves: [
      ...moves.filter((move) => move.at < at),
      step(at, "close-without-signoff", `${closeReasonWords[code]}. ${words}`, code),
    ],
  };
}

/** The life of one that the inspector declined: its plans were begun and nothing was written in them. */
export const declinedLife = (
  heldOn: Day,
  answeredOn: Day,
  { code, reason }: { code: string; reason: string },
): Life => ({
  heldOn,
  stretches: [],
  rounds: [],
  moves: [step(atHour(heldOn, 20, 30), "adopt"), step(atHour(answeredOn, 12), "decline", reason, code)],
});

/** The life of an urgent one, which lapses because no panel confirmed it. */
export function urgentLife(addedOn: Day, lapsesOn: Day, reason: string): Life {
  const stretch: Stretch = {
    from: addDays(addedOn, 1),
    opened: new Map([
      ["scanning", addDays(addedOn, 2)],
      ["analysis", addDays(addedOn, 11)],
    ]),
    reportOn: addDays(lapsesOn, 60),
  };
  return {
    heldOn: addedOn,
    stretches: [stretch],
    rounds: [],
    moves: [
      step(atHour(addedOn, 12), "add-urgent", reason),
      step(atHour(addDays(addedOn, 1), 10), "accept"),
      ...movesOf(stretch),
      step(atHour(addDays(lapsesOn, 1), 1), "lapse"),
    ],
  };
}
