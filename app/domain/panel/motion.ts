import { addDays, type Day } from "#app/domain/team/day.ts";
import { freeOfInterest, type Interest } from "./interests.ts";

export const panelChoices = ["for", "against", "abstain"] as const;
export type PanelChoice = (typeof panelChoices)[number];

/** A member's own vote on one candidate; there are no proxies. */
export interface PanelVote {
  memberId: string;
  choice: PanelChoice;
  /** `written`: on paper or online, after the meeting. */
  way: "present" | "written";
  castOn: Day;
}

export interface Meeting {
  heldOn: Day;
  /** Those who hold a vote at this meeting, stand-ins included. */
  voterIds: readonly string[];
  /** Of them, who was there, in a room or online. */
  presentIds: readonly string[];
  interests: readonly Interest[];
  /** How many must take part. */
  quorum: number;
  writtenVoteDays: number;
}

/** The last day on which a member may vote in writing. */
const writtenVotesUntil = ({ heldOn, writtenVoteDays }: Pick<Meeting, "heldOn" | "writtenVoteDays">): Day =>
  addDays(heldOn, writtenVoteDays);

/** Why a vote on a candidate does not count, in words; null where it does. */
function panelVoteRefusal(vote: PanelVote, meeting: Meeting, candidateId: string): string | null {
  const { memberId, way, castOn } = vote;
  if (!meeting.voterIds.includes(memberId)) return "Only members of the panel vote";
  if (freeOfInterest([memberId], meeting.interests, candidateId).length === 0)
    return "A member who declared an interest does not vote on it";
  if (way === "present")
    return castOn === meeting.heldOn && meeting.presentIds.includes(memberId)
      ? null
      : "Whoever was not there votes in writing";
  if (castOn < meeting.heldOn) return "Voting in writing opens with the meeting";
  return castOn <= writtenVotesUntil(meeting)
    ? null
    : `Votes in writing closed after ${meeting.writtenVoteDays} days`;
}

export interface MotionCount {
  for: number;
  against: number;
  abstain: number;
  /** Those present without an interest in it, and those who voted in writing. */
  takingPart: number;
  isQuorate: boolean;
  /** Quorate, and more of those voting for it than against; who abstains does not vote. */
  isCarried: boolean;
}

/** The count of the motion to adopt one candidate. Of several votes of a member the last one stands. */
export function countMotion(votes: readonly PanelVote[], meeting: Meeting, candidateId: string): MotionCount {
  const valid = new Map(
    votes
      .filter((vote) => panelVoteRefusal(vote, meeting, candidateId) === null)
      .map(({ memberId, choice }) => [memberId, choice]),
  );
  const count = (wanted: PanelChoice) => [...valid.values()].filter((choice) => choice === wanted).length;
  const present = meeting.presentIds.filter((id) => meeting.voterIds.includes(id));
  const takingPart = new Set([...freeOfInterest(present, meeting.interests, candidateId), ...valid.keys()])
    .size;
  const isQuorate = takingPart >= meeting.quorum;
  return {
    for: count("for"),
    against: count("against"),
    abstain: count("abstain"),
    takingPart,
    isQuorate,
    isCarried: isQuorate && count("for") > count("against"),
  };
}

/** "5 for, 1 against, 0 abstained". */
export const motionInWords = (motion: Pick<MotionCount, PanelChoice>): string =>
  `${motion.for} for, ${motion.against} against, ${motion.abstain} abstained`;
