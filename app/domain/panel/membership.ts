import { can, type Actor } from "#app/domain/actor.ts";
import type { Settings } from "#app/domain/settings/settings.ts";

/** In what capacity somebody sits at a panel's meeting. */
export const capacities = ["member", "kin-stand-in", "councillor", "police", "partner"] as const;
export type Capacity = (typeof capacities)[number];

export const capacityWords: Readonly<Record<Capacity, string>> = {
  member: "Community member",
  "kin-stand-in": "Stands in from the key individual network",
  councillor: "Councillor: speaks, does not vote",
  police: "Police: speaks, does not vote",
  partner: "Partner: speaks, does not vote",
};

/** Whether a capacity carries a vote. Councillors, police and partners attend and speak. */
export const hasVote = (capacity: Capacity): boolean => capacity === "member" || capacity === "kin-stand-in";

/** Whoever sits on the panel of a neighbourhood. */
export interface PanelSeat {
  memberId: string;
  capacity: Capacity;
  isChair: boolean;
}

/**
 * Why somebody may not vote here, in words; null where they may. The account is asked as well as the seat: whoever
 * speaks for the police or an agency has no vote, whatever the list of members says.
 */
export function votingRefusal(
  actor: Actor,
  capacity: Capacity | null,
  neighbourhoodId: string,
  isStandInInvited: boolean,
): string | null {
  if (capacity === null) return "You do not sit on this panel";
  if (!hasVote(capacity)) return "Councillors, police and partners speak at the panel and do not vote";
  if (capacity === "kin-stand-in") {
    if (!isStandInInvited)
      return "Members of the key individual network vote only at a meeting they are invited to";
    // The right to a ballot is what tells a resident from somebody who speaks for an agency.
    return can(actor, "ballot:cast") ? null : "Police and partners do not vote on a panel";
  }
  return can(actor, "panel:vote", { neighbourhoodId })
    ? null
    : "You cannot vote on the panel of this neighbourhood";
}

/** What is amiss with the make-up of a panel. Only the chair is a rule; the size is advice. */
export interface PanelMakeUp {
  votingMembers: number;
  chairProblem: string | null;
  sizeAdvice: string | null;
}

export function makeUpOf(
  seats: readonly PanelSeat[],
  { fewestPanelMembers, mostPanelMembers }: Pick<Settings, "fewestPanelMembers" | "mostPanelMembers">,
): PanelMakeUp {
  const votingMembers = seats.filter(({ capacity }) => capacity === "member").length;
  const isUsual = votingMembers >= fewestPanelMembers && votingMembers <= mostPanelMembers;
  return {
    votingMembers,
    chairProblem: chairProblemOf(seats.filter(({ isChair }) => isChair)),
    sizeAdvice: isUsual
      ? null
      : `A panel has ${fewestPanelMembers} to ${mostPanelMembers} members: this one has ${votingMembers}`,
  };
}

function chairProblemOf(chairs: readonly PanelSeat[]): string | null {
  const [chair, another] = chairs;
  if (chair === undefined) return "Choose a chair among the community members";
  if (another !== undefined) return "A panel has one chair";
  return chair.capacity === "member" ? null : "The chair must be a community member";
}
