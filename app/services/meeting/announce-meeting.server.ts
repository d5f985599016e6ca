import { refused, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import {
  meetingTimeInWords,
  problemsOfMeeting,
  type WantedMeeting,
} from "#app/domain/meeting/announcement.ts";
import { meetingKindWords } from "#app/domain/meeting/meeting.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { giveReference } from "#app/services/reference/give-reference.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { insertMeeting } from "#db/queries/meeting.ts";
import { findPreElection } from "#db/queries/pre-election.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { mayAnnounceIn, namedInMeeting, tellFollowers, warnOfNames } from "./meeting-change.server.ts";

export interface MeetingToAnnounce extends WantedMeeting {
  neighbourhoodIds: readonly string[];
  /** Was told that publicity is held back before an election, and announces it all the same. */
  isElectionMinded: boolean;
}

export type MeetingAnnounced = { ok: true; reference: string } | Refused;

const blankToNull = (text: string) => (text.trim() === "" ? null : text.trim());

/** The columns of a meeting as staff typed it. */
export const columnsOf = ({
  kind,
  title,
  startsAt,
  endsAt,
  place,
  joining,
  howToGetIn,
  whoComes,
}: WantedMeeting) => ({
  kind,
  title: title.trim(),
  startsAt,
  endsAt,
  place: blankToNull(place),
  howToJoin: blankToNull(joining),
  access: howToGetIn.trim(),
  whoComes: whoComes.trim(),
});

/** Announces a public meeting or drop-in of some neighbourhoods, every one of them the actor's. */
export const announceMeeting = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  wanted: MeetingToAnnounce,
): Promise<MeetingAnnounced> =>
  withActor(db, actor, async (tx) => {
    const neighbourhoodIds = [...new Set(wanted.neighbourhoodIds)];
    if (!mayAnnounceIn(actor, neighbourhoodIds))
      return refused("neighbourhoods", "Choose neighbourhoods that you work for");
    const errors = [...problemsOfMeeting(wanted, now), ...namedInMeeting(wanted)];
    if (errors.length > 0) return { ok: false, errors };
    const warned = await warnOfNames(tx, now, { ...wanted, neighbourhoodIds });
    if (!warned.ok) return warned;
    const today = londonDay(now);
    const election = await findPreElection(tx, today);
    if (election !== null && !wanted.isElectionMinded)
      return refused(
        "isElectionMinded",
        "There is an election soon. Confirm that this meeting is ordinary police business and not publicity",
      );
    const { reference, stored } = await giveReference("meeting", (reference) =>
      insertMeeting(
        tx,
        {
          ...columnsOf(wanted),
          reference,
          state: "announced",
          announcedBy: actor.accountId,
          announcedAt: now,
          changedAt: now,
        },
        neighbourhoodIds,
      ),
    );
    await tellFollowers(tx, now, {
      reference,
      neighbourhoodIds,
      line: `${meetingKindWords[wanted.kind]}: ${wanted.title.trim()}, ${meetingTimeInWords(wanted, today)}.`,
    });
    await recordAudit(tx, actor, now, {
      action: "meeting.announce",
      subjectKind: "meeting",
      subjectId: stored,
      neighbourhoodId: neighbourhoodIds[0] ?? null,
      details: {
        kind: wanted.kind,
        neighbourhoods: neighbourhoodIds.length,
        isBeforeElection: election !== null,
      },
    });
    return { ok: true, reference };
  });
