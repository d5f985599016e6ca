import { done, refused, type Change, type FieldError, type Refused } from "#app/domain/account/change.ts";
import { can, platform, type Actor } from "#app/domain/actor.ts";
import { problemsOfPublished } from "#app/domain/concern/published-words.ts";
import { countItem, recordingRefusal, tookPart } from "#app/domain/panel/count-item.ts";
import { departuresFrom } from "#app/domain/panel/departures.ts";
import type { LowParticipationAnswer } from "#app/domain/panel/low-participation.ts";
import {
  rationaleParts,
  resolutionErrors,
  type ItemResolution,
  type Rationale,
} from "#app/domain/panel/resolution.ts";
import { holdPlaces } from "#app/services/priority/new-priority.server.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findResolution, updateItem, updateResolution } from "#db/queries/panel.ts";
import { readSettings } from "#db/queries/setting.ts";
import type { Db } from "#db/types.ts";
import { withActor } from "#db/with-actor.ts";
import { adoptCandidates } from "./adopt-candidates.server.ts";
import { confirmUrgent } from "./confirm-urgent.server.ts";
import { groundOf, type ResolutionSubjects } from "./resolution-ground.server.ts";
import { lockForMinutes, readMeeting, type MeetingRecord } from "./open-resolution.server.ts";

/** What the panel resolved, as whoever keeps the minutes writes it down. */
export interface WantedResolution {
  resolutionId: string;
  /** As it was read. */
  version: number;
  motion: string;
  /** Of each candidate, or of the one urgent priority, by its id. */
  items: readonly {
    subjectId: string;
    isAdopted: boolean;
    rationale: Partial<Rationale>;
    reasonPassedOver: string | null;
  }[];
  lowParticipation: LowParticipationAnswer | null;
  /** Public: why the panel trusts a count that more than one batch decides. */
  batchNote: string | null;
}

/**
 * Records what a panel resolved and does it: priorities are adopted while there is room, concerns move, everybody who
 * waits is told. Null where the actor has no such meeting.
 */
export const recordResolution = (
  { db, now }: { db: Db; now: Date },
  actor: Actor,
  wanted: WantedResolution,
): Promise<Change | null> =>
  withActor(db, platform(actor.requestId), async (tx) => {
    const found = await findResolution(tx, wanted.resolutionId);
    if (found === null || !can(actor, "panel:convene", found)) return null;
    const settings = await readSettings(tx);
    // First of all, as everybody does who fills a place.
    const places = await holdPlaces(tx, found.neighbourhoodId, settings.mostOpenPriorities);
    const open = await lockForMinutes(tx, { actor, now }, wanted.resolutionId);
    if (open?.ok !== true) return open;
    const record = await readMeeting(tx, open.resolution);
    const early = problemOfMeeting(record, wanted, now);
    if (early !== null) return early;
    const subjects = await groundOf(tx, record, places.room, now);
    if (subjects === null) return refused("form", "What this meeting was to decide on is not there any more");
    const items = itemsToJudge(record, subjects, wanted);
    const errors = [...resolutionErrors({ ...wanted, items }, subjects.ground), ...namedIn(wanted)];
    if (errors.length > 0) return { ok: false, errors };
    await writeDown(tx, { actor, now }, record, wanted, items, subjects);
    const adopted =
      open.resolution.kind === "adopt"
        ? await adoptCandidates(
            tx,
            { actor, now, settings },
            { record, subjects, items, places, asksOnceMore: wanted.lowParticipation === "outreach" },
          )
        : await confirmUrgent(tx, { actor, now }, { record, items });
    await recordAudit(tx, actor, now, {
      action: "panel.decide",
      subjectKind: "resolution",
      subjectId: wanted.resolutionId,
      neighbourhoodId: found.neighbourhoodId,
      details: { kind: found.kind, adopted, lowParticipation: wanted.lowParticipation },
    });
    return done;
  });

/** All of it is published, so nothing of it may point at a person. */
const namedIn = ({ motion, batchNote, items }: WantedResolution): FieldError[] =>
  problemsOfPublished(
    Object.fromEntries([
      ["motion", motion] as const,
      ["batchNote", batchNote] as const,
      ...items.flatMap(({ subjectId, isAdopted, rationale, reasonPassedOver }) => [
        [`reason-${subjectId}`, reasonPassedOver] as const,
        ...rationaleParts.map(
          (part) => [`${part}-${subjectId}`, isAdopted ? rationale[part] : null] as const,
        ),
      ]),
    ]),
  );

function problemOfMeeting(record: MeetingRecord, wanted: WantedResolution, now: Date): Refused | null {
  const { resolution, members, meeting, votes } = record;
  if (resolution.version !== wanted.version)
    return refused(
      "form",
      "Somebody else has changed this meeting since you opened it. Read it again, then record the decision",
    );
  if (!members.some(({ capacity }) => capacity === "chair"))
    return refused("form", "Record first who was there and who was in the chair");
  const early = recordingRefusal(meeting, votes, now);
  if (early !== null) return refused("form", early);
  if (tookPart(meeting, votes) < resolution.quorum)
    return refused(
      "form",
      `Only ${tookPart(meeting, votes)} took part and ${resolution.quorum} are needed: record that the meeting had no quorum`,
    );
  return wanted.motion.trim() === "" ? refused("motion", "Enter the motion as it was put") : null;
}

const itemsToJudge = (
  { items, meeting, votes }: MeetingRecord,
  { titles }: ResolutionSubjects,
  wanted: WantedResolution,
): ItemResolution[] =>
  items.map((item) => {
    const id = item.candidateId ?? item.priorityId ?? "";
    const said = wanted.items.find(({ subjectId }) => subjectId === id);
    return {
      candidateId: id,
      title: titles.get(id) ?? "",
      motion: countItem(
        meeting,
        item.id,
        votes.filter(({ itemId }) => itemId === item.id),
      ),
      isAdopted: said?.isAdopted === true,
      rationale: said?.rationale ?? {},
      reasonPassedOver: said?.reasonPassedOver ?? null,
    };
  });

async function writeDown(
  tx: Db,
  { actor, now }: { actor: Actor; now: Date },
  { resolution, items, meeting, votes }: MeetingRecord,
  { motion, lowParticipation, batchNote }: WantedResolution,
  judged: readonly ItemResolution[],
  { ground }: ResolutionSubjects,
): Promise<void> {
  const adoptedIds = judged.flatMap(({ candidateId, isAdopted }) => (isAdopted ? [candidateId] : []));
  const passedOver = new Set(departuresFrom(ground.order, adoptedIds).map((one) => one.passedOverId));
  for (const one of judged) {
    const item = items.find(({ candidateId, priorityId }) => (candidateId ?? priorityId) === one.candidateId);
    if (item === undefined) continue;
    const { problem, voteResult, evidence, whyOverOthers, successLooksLike } = one.rationale;
    await updateItem(tx, item.id, {
      isMoved: one.isAdopted || votes.some(({ itemId }) => itemId === item.id),
      ...(one.isAdopted
        ? { problem, voteWords: voteResult, evidence, whyOverOthers, success: successLooksLike }
        : {}),
      departureReason: passedOver.has(one.candidateId) ? one.reasonPassedOver : null,
      votesFor: one.motion.for,
      votesAgainst: one.motion.against,
      abstentions: one.motion.abstain,
      isCarried: one.isAdopted,
    });
  }
  const note =
    ground.needsBatchNote && batchNote !== null ? `\n\nWhy the panel trusts the count: ${batchNote}` : "";
  await updateResolution(tx, resolution.id, {
    state: "decided",
    present: tookPart(meeting, votes),
    motion: `${motion}${note}`,
    lowParticipation,
    decidedAt: now,
    recordedBy: actor.accountId,
  });
}
