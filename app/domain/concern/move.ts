import { refused, type Refused } from "#app/domain/account/change.ts";
import { reasonsOf } from "./reasons.ts";
import type { ConcernState, ConcernStep, ConcernTransition, Mover } from "./states.ts";
import { transitionFrom } from "./transitions.ts";
import { stateWords } from "./words.ts";

/** Where a concern stands. */
export interface ConcernStanding {
  state: ConcernState;
  /** How often it went on to a next cycle. */
  timesRolledOver: number;
  /** The account that rejected it, who may not hear the appeal; null where nobody did. */
  rejectedBy: string | null;
}

export interface ConcernMove {
  step: ConcernStep;
  /** By what right: the caller has checked that the person holds it. */
  mover: Mover;
  /** The account; null for the clock and for a raiser without one. */
  by: string | null;
  reason: string | null;
}

export type ConcernMoved = { ok: true; standing: ConcernStanding; transition: ConcernTransition } | Refused;

/** A concern goes on to the next cycle once. */
const mostRollOvers = 1;

/** Where a step takes a concern, or why it may not be taken, in words for whoever tried. */
export function moveConcern(standing: ConcernStanding, move: ConcernMove): ConcernMoved {
  const transition = transitionFrom(standing.state, move.step);
  if (transition === undefined) {
    return refused(
      "form",
      `This concern is ${stateWords[standing.state].toStaff}, so this cannot be done to it now`,
    );
  }
  if (!transition.who.includes(move.mover)) return refused("form", "You may not do this to a concern");
  const reasonProblem = problemOfReason(transition, move.reason);
  if (reasonProblem !== null) return refused("reason", reasonProblem);
  if (move.step === "roll-over" && standing.timesRolledOver >= mostRollOvers) {
    return refused("form", "This concern has gone on to a next cycle once already");
  }
  if (standing.state === "appealed" && isHearing(move.step) && !isSomebodyElse(standing, move)) {
    return refused("form", "Somebody else than whoever rejected this concern must decide the appeal");
  }
  return { ok: true, standing: after(standing, transition, move), transition };
}

const isHearing = (step: ConcernStep) => step === "uphold" || step === "change";

// Nobody on record as having rejected it was the clock, which anyone may overrule.
const isSomebodyElse = ({ rejectedBy }: ConcernStanding, { by }: ConcernMove) =>
  by !== null && by !== rejectedBy;

function problemOfReason({ reasons }: ConcernTransition, reason: string | null): string | null {
  if (reasons === null) return reason === null ? null : "No reason is recorded for this";
  if (reason === null) return "Choose a reason";
  return reasonsOf(reasons).includes(reason) ? null : "Choose a reason from the list";
}

function after(
  standing: ConcernStanding,
  { step, to }: ConcernTransition,
  { by }: ConcernMove,
): ConcernStanding {
  return {
    state: to,
    timesRolledOver: standing.timesRolledOver + (step === "roll-over" ? 1 : 0),
    rejectedBy: to === "rejected" ? by : standing.rejectedBy,
  };
}
