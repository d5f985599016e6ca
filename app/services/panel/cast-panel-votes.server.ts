import { done, refused, type Change, type Refused } from "#app/domain/account/change.ts";
import { can, platform, type Actor, type HeldRole } from "#app/domain/actor.ts";
import { freeOfInterest } from "#app/domain/panel/interests.ts";
import { votingRefusal, type Capacity } from "#app/domain/panel/membership.ts";
import type { PanelChoice } from "#app/domain/panel/motion.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { heldRolesOfEach } from "#db/queries/held-roles.ts";
import { lockResolution, setVotes, type ResolutionRow } from "#db/queries/panel.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readMeeting, type MeetingRecord, type PanelMember } from "./open-resolution.server.ts";

export interface WantedVote {
  itemId: string;
  /** Whose vote: the actor's own, or a member's who raised a hand before whoever keeps the minutes. */
  memberId: string;
  choice: PanelChoice;
}

export interface WantedVotes {
  resolutionId: string;
  votes: readonly WantedVote[];
}

/**
 * Casts or changes votes of a panel: a member their own, or staff the show of hands of members who were there. Each vote
 * is its member's, and the police and partners have none. Null where the actor has no such meeting.
 */
export const castPanelVotes = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  { resolutionId, votes }: WantedVotes,
): Promise<Change | null> =>
  // The votes of others are secret to the actor, and the rules look at all who sit here.
  withActor(db, platform(actor.requestId), async (tx) => {
    const resolution = await lockResolution(tx, resolutionId);
    if (resolution === null) return null;
    const record = await readMeeting(tx, resolution);
    const isMinutes = can(actor, "panel:convene", resolution);
    const isOwn = votes.every(({ memberId }) => memberId === actor.accountId);
    const sits = record.members.some(({ accountId }) => accountId === actor.accountId);
    if (!isMinutes && !(sits && isOwn)) return null;
    const closed = closedRefusal(resolution, now);
    if (closed !== null) return closed;
    if (votes.length === 0) return refused("form", "Choose for, against or abstain for at least one");
    const memberIds = [...new Set(votes.map(({ memberId }) => memberId))];
    const roles = isOwn ? null : await heldRolesOfEach(tx, memberIds, londonDay(now));
    for (const vote of votes) {
      const problem =
        roles === null
          ? problemOfOwn(record, vote, actor)
          : problemOfHand(record, vote, roles.get(vote.memberId) ?? []);
      if (problem !== null) return refused(`vote-${vote.itemId}`, problem);
    }
    await setVotes(
      tx,
      votes.map(({ itemId, memberId, choice }) => ({ itemId, accountId: memberId, choice, at: now })),
    );
    await recordAudit(tx, actor, now, {
      action: "panel.vote",
      subjectKind: "resolution",
      subjectId: resolutionId,
      neighbourhoodId: resolution.neighbourhoodId,
      // Never which way.
      details: { votes: votes.length, isShowOfHands: !isOwn },
    });
    return done;
  });

function closedRefusal({ state, heldOn, closesAt }: ResolutionRow, now: Date): Refused | null {
  if (state !== "open") return refused("form", "The vote is over: the decision has been recorded");
  if (londonDay(now) < heldOn) return refused("form", "Voting opens on the day of the meeting");
  return now < closesAt ? null : refused("form", "The vote has closed");
}

// The chair of an interim panel is a key individual too.
const capacityOf = ({ capacity }: PanelMember, isInterim: boolean): Capacity =>
  isInterim || capacity === "stand-in" ? "kin-stand-in" : "member";

function problemOfOwn(
  { resolution, members, meeting, items }: MeetingRecord,
  vote: WantedVote,
  actor: Actor,
) {
  const seat = members.find(({ accountId }) => accountId === vote.memberId);
  const refusal = votingRefusal(
    actor,
    seat === undefined ? null : capacityOf(seat, resolution.isInterim),
    resolution.neighbourhoodId,
    // Only the invited are on the list.
    true,
  );
  return refusal ?? problemOfItem({ meeting, items }, vote);
}

function problemOfItem({ meeting, items }: Pick<MeetingRecord, "meeting" | "items">, vote: WantedVote) {
  if (!items.some(({ id }) => id === vote.itemId)) return "Choose something that is to be decided here";
  return freeOfInterest([vote.memberId], meeting.interests, vote.itemId).length === 0
    ? "A member who declared an interest does not vote on it"
    : null;
}

/** A hand that was raised: of somebody who was there, and whose own account may vote today. */
function problemOfHand(record: MeetingRecord, vote: WantedVote, roles: HeldRole[]) {
  const seat = record.members.find(({ accountId }) => accountId === vote.memberId);
  if (seat?.isPresent !== true) return "Record who was there first: whoever was not votes in writing";
  const member: Actor = {
    kind: "member",
    accountId: vote.memberId,
    sessionId: null,
    requestId: null,
    roles,
  };
  return problemOfOwn(record, vote, member);
}
