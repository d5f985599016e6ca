import { refused, type Refused } from "#app/domain/account/change.ts";
import { can, type Actor } from "#app/domain/actor.ts";
import type { RecordedMeeting, RecordedVote } from "#app/domain/panel/count-item.ts";
import { londonDay } from "#app/domain/team/day.ts";
import {
  interestsOf,
  itemsOf,
  lockResolution,
  membersOf,
  votesOf,
  type ResolutionItemRow,
  type ResolutionRow,
} from "#db/queries/panel.ts";
import type { Db } from "#db/types.ts";

export type PanelMember = Awaited<ReturnType<typeof membersOf>>[number];

/** All that is on record of a meeting. Read it as the platform: votes are secret to everybody else. */
export interface MeetingRecord {
  resolution: ResolutionRow;
  members: PanelMember[];
  items: ResolutionItemRow[];
  votes: (RecordedVote & { itemId: string })[];
  meeting: RecordedMeeting;
}

/** `resolution` is locked where it is to be changed. */
export async function readMeeting(tx: Db, resolution: ResolutionRow): Promise<MeetingRecord> {
  const members = await membersOf(tx, resolution.id);
  const interests = await interestsOf(tx, resolution.id);
  return {
    resolution,
    members,
    items: await itemsOf(tx, resolution.id),
    votes: await votesOf(tx, resolution.id),
    meeting: {
      heldOn: resolution.heldOn,
      closesAt: resolution.closesAt,
      quorum: resolution.quorum,
      isInterim: resolution.isInterim,
      members,
      interests: interests.map(({ accountId, itemId }) => ({ memberId: accountId, candidateId: itemId })),
    },
  };
}

/** A resolution locked for staff who keep its minutes: null where it is not theirs, refused where it is not open or not begun. */
export async function lockForMinutes(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  id: string,
): Promise<{ ok: true; resolution: ResolutionRow } | Refused | null> {
  const resolution = await lockResolution(tx, id);
  if (resolution === null || !can(actor, "panel:convene", resolution)) return null;
  if (resolution.state !== "open") return refused("form", "This meeting has been recorded already");
  return londonDay(now) < resolution.heldOn
    ? refused("form", "The meeting has not been held yet")
    : { ok: true, resolution };
}
