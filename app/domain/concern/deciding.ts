import type { Permission } from "#app/domain/permissions.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { ConcernState, ConcernStep } from "./states.ts";
import { stepsFrom, transitionFrom } from "./transitions.ts";

const deciders = [
  "concern:moderate",
  "concern:merge",
  "urgent:answer",
  "concern:hear-appeal",
] as const satisfies readonly Permission[];
export type Decider = (typeof deciders)[number];

interface DecidedConcern {
  neighbourhoodId: string;
  state: ConcernState;
}

const decidersOf = (actor: Actor, neighbourhoodId: string): Decider[] =>
  deciders.filter((permission) => can(actor, permission, { neighbourhoodId }));

/** Whoever moderates takes up what nobody has read by deciding it: the state that they decide from. */
export const stateToDecide = (state: ConcernState, movers: readonly Decider[]): ConcernState =>
  state === "submitted" && movers.includes("concern:moderate") ? "triage" : state;

/** By what right an actor takes a step of a concern; null where they have none. */
export function deciderOf(
  actor: Actor,
  { neighbourhoodId, state }: DecidedConcern,
  step: ConcernStep,
): Decider | null {
  const movers = decidersOf(actor, neighbourhoodId);
  const transition = transitionFrom(stateToDecide(state, movers), step);
  return movers.find((mover) => transition?.who.includes(mover) === true) ?? null;
}

/** What an actor may do to a concern as it stands, for the forms of a page. */
export function stepsOpenTo(actor: Actor, { neighbourhoodId, state }: DecidedConcern): ConcernStep[] {
  const movers = decidersOf(actor, neighbourhoodId);
  return stepsFrom(stateToDecide(state, movers), movers);
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const ago = (amount: number, unit: string, one: string) =>
  amount <= 1 ? `${one} ago` : `${amount} ${unit}s ago`;

function agoInWords(ms: number): string {
  if (ms < hourMs) return ago(Math.floor(ms / minuteMs), "minute", "a minute");
  return ms < dayMs
    ? ago(Math.floor(ms / hourMs), "hour", "an hour")
    : ago(Math.floor(ms / dayMs), "day", "a day");
}

/** What somebody reads whose decision came too late: who was first, and when. Nothing of theirs is lost. */
export const changedFirst = (who: string, at: Date, now: Date): string =>
  `${who} changed this ${agoInWords(now.getTime() - at.getTime())}. Read it again, then decide. What you wrote is still here`;
