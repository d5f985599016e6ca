import type { AgeBand, Connection } from "#app/domain/account/account.ts";
import { refused, type Change, done } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import { daysBetween, type Day } from "#app/domain/team/day.ts";

/** Visiting often lets a person raise concerns, not vote. */
export const votingConnections = [
  "live",
  "work",
  "study",
  "business",
] as const satisfies readonly Connection[];

/** Somebody who would vote in a neighbourhood. A ballot taken by staff is judged by the voter's account, not theirs. */
export interface Voter {
  actor: Actor;
  /** Null where they have not said; every band is 13 or over. */
  ageBand: AgeBand | null;
  connections: readonly { neighbourhoodId: string; connection: Connection }[];
  /** Whether they have a ballot in another neighbourhood's cycle of the same round. */
  hasVotedElsewhere: boolean;
}

const mayVoteAs = (connection: Connection) => votingConnections.some((one) => one === connection);

/** Whether a person may vote in this neighbourhood's cycle, and what they can do if not. */
export function checkEligibility(voter: Voter, neighbourhoodId: string): Change {
  if (!can(voter.actor, "ballot:cast"))
    return refused("form", "Only residents vote: police and partners take no part, in any role");
  if (voter.ageBand === null)
    return refused("ageBand", "Tell us your age group: you vote from the age of 13");
  const here = voter.connections.filter((one) => one.neighbourhoodId === neighbourhoodId);
  if (here.length === 0) return refused("connection", "Tell us how you belong to this neighbourhood");
  if (!here.some(({ connection }) => mayVoteAs(connection)))
    return refused(
      "connection",
      "You can vote where you live, work, study or run a business. Where you visit you can raise concerns",
    );
  if (voter.hasVotedElsewhere)
    return refused(
      "form",
      "You have voted in another neighbourhood this round. Withdraw that ballot first to vote here",
    );
  return done;
}

/**
 * Whether two neighbourhoods' votes belong to one round. Each keeps its own calendar, so a round is named by
 * nearness: under half a cycle apart, which pairs every vote with one vote of another neighbourhood and no second.
 */
export const isSameRound = (voteOpensOn: Day, otherOpensOn: Day, cycleDays: number): boolean =>
  2 * Math.abs(daysBetween(voteOpensOn, otherOpensOn)) < cycleDays;
