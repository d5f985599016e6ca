import { can, platform, type Actor } from "#app/domain/actor.ts";
import { countItem, recordingRefusal, tookPart } from "#app/domain/panel/count-item.ts";
import { prefilledRationale } from "#app/domain/panel/prefilled.ts";
import { roomLeft } from "#app/domain/priority/open.ts";
import { findResolution, meetingsOfCycle } from "#db/queries/panel.ts";
import { countOfCycle } from "#db/queries/panel-cycle.ts";
import { subjectsOf, type Subject } from "#db/queries/panel-pack.ts";
import { placesTaken } from "#db/queries/priority.ts";
import { readSettings } from "#db/queries/setting.ts";
import { signOffPapers } from "#db/queries/sign-off-papers.ts";
import { placementOf } from "#db/queries/structure.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { readMeeting } from "./open-resolution.server.ts";

/**
 * A meeting as whoever keeps its minutes sees it: who was there, the count of each motion, and what the record already
 * says of it; never how anybody voted. Null where the actor has no such meeting.
 */
export const viewMeeting = ({ db, now }: { db: Db; now: Date }, actor: Actor, id: string) =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const resolution = await findResolution(tx, id);
    if (resolution === null || !can(actor, "panel:convene", resolution)) return null;
    const { meeting, members, votes } = await readMeeting(tx, resolution);
    const { neighbourhoodId, cycleId } = resolution;
    const count = cycleId === null ? null : await countOfCycle(tx, cycleId);
    const before = cycleId === null ? null : await meetingsOfCycle(tx, cycleId);
    const { mostOpenPriorities } = await readSettings(tx);
    const taken = await placesTaken(tx, neighbourhoodId);
    const subjects = await subjectsOf(tx, id);
    return {
      resolution,
      place: (await placementOf(tx, neighbourhoodId))?.name ?? "",
      members: members.map(({ accountId, name, capacity, isPresent }) => ({
        id: accountId,
        name,
        capacity,
        isPresent,
      })),
      tookPart: tookPart(meeting, votes),
      tooEarly: recordingRefusal(meeting, votes, now),
      room: roomLeft(
        taken.map(({ state, reviewedAt }) => ({ state, isReviewDue: reviewedAt === null })),
        mostOpenPriorities,
      ),
      isLowParticipation: count?.isLowParticipation === true,
      hasRunOutreach: before?.hasRunOutreach === true,
      papers: await signOffPapers(tx, { resolution, subjects }),
      needsBatchNote: count?.needsPanelNote === true,
      items: subjects.map((subject) => ({
        ...subject,
        motion: countItem(
          meeting,
          subject.itemId,
          votes.filter(({ itemId }) => itemId === subject.itemId),
        ),
        interestedIds: meeting.interests.flatMap(({ candidateId, memberId }) =>
          candidateId === subject.itemId ? [memberId] : [],
        ),
        votedIds: votes.flatMap(({ itemId, accountId }) => (itemId === subject.itemId ? [accountId] : [])),
        rationale: rationaleOf(subject, count),
      })),
    };
  });

export type MeetingView = NonNullable<Awaited<ReturnType<typeof viewMeeting>>>;

function rationaleOf(subject: Subject, count: Awaited<ReturnType<typeof countOfCycle>>) {
  const row = count?.rows.find(({ id }) => id === subject.subjectId);
  const vote =
    count === null || row === undefined
      ? null
      : { votes: row.votes, ballots: count.counted, place: row.rank };
  const known = prefilledRationale({ ...subject, vote });
  return subject.urgentReason === null
    ? known
    : { ...known, evidence: "", whyOverOthers: subject.urgentReason };
}
