import { addDays, daysBetween, londonDay, type Day } from "#app/domain/team/day.ts";
import { isInterimCarried } from "./interim.ts";
import type { Interest } from "./interests.ts";
import { countMotion, type Meeting, type MotionCount, type PanelChoice } from "./motion.ts";

/** What is on record of a meeting, as the count needs it. */
export interface RecordedMeeting {
  heldOn: Day;
  closesAt: Date;
  quorum: number;
  isInterim: boolean;
  members: readonly { accountId: string; isPresent: boolean }[];
  interests: readonly Interest[];
}

export interface RecordedVote {
  accountId: string;
  choice: PanelChoice;
  at: Date;
}

/** The last day for a vote in writing: `closesAt` is the end of it. */
export const closingDay = (closesAt: Date): Day => addDays(londonDay(closesAt), -1);

const meetingOf = ({ heldOn, closesAt, quorum, members, interests }: RecordedMeeting): Meeting => ({
  heldOn,
  voterIds: members.map(({ accountId }) => accountId),
  presentIds: members.filter(({ isPresent }) => isPresent).map(({ accountId }) => accountId),
  interests,
  quorum,
  writtenVoteDays: daysBetween(heldOn, closingDay(closesAt)),
});

/** The count of one item. The votes of an interim panel are a ballot of key individuals, where abstaining is not taking part. */
export function countItem(
  meeting: RecordedMeeting,
  itemId: string,
  votes: readonly RecordedVote[],
): MotionCount {
  const present = new Set(
    meeting.members.filter(({ isPresent }) => isPresent).map(({ accountId }) => accountId),
  );
  const motion = countMotion(
    votes.map(({ accountId, choice, at }) =>
      // Whoever was there has voted at the meeting, whenever the minutes were typed.
      present.has(accountId)
        ? { memberId: accountId, choice, way: "present", castOn: meeting.heldOn }
        : { memberId: accountId, choice, way: "written", castOn: londonDay(at) },
    ),
    meetingOf(meeting),
    itemId,
  );
  if (!meeting.isInterim) return motion;
  return {
    ...motion,
    isQuorate: motion.for + motion.against >= meeting.quorum,
    isCarried: isInterimCarried(motion, { quorumLeast: meeting.quorum }),
  };
}

/** How many took part in a meeting at all: who was there, and who voted in writing. */
export const tookPart = (
  { members }: Pick<RecordedMeeting, "members">,
  votes: readonly Pick<RecordedVote, "accountId">[],
): number => {
  const voted = new Set(votes.map(({ accountId }) => accountId));
  return members.filter(({ accountId, isPresent }) => isPresent || voted.has(accountId)).length;
};

/** Why a decision cannot be recorded yet, in words; null where it can: nobody's vote in writing is cut off. */
export function recordingRefusal(
  meeting: Pick<RecordedMeeting, "heldOn" | "closesAt" | "members">,
  votes: readonly Pick<RecordedVote, "accountId">[],
  now: Date,
): string | null {
  const today = londonDay(now);
  if (today < meeting.heldOn) return "The meeting has not been held yet";
  const haveAll = tookPart(meeting, votes) === meeting.members.length;
  const isAtMeetingOnly = closingDay(meeting.closesAt) <= meeting.heldOn;
  return now >= meeting.closesAt || isAtMeetingOnly || haveAll
    ? null
    : "Members may still vote in writing: record the decision once the vote has closed or all have taken part";
}
