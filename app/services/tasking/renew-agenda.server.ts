import { done, refused, type Change } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayRecord } from "#app/domain/tasking/reading.ts";
import { renewedAgenda } from "#app/domain/tasking/renewed-agenda.ts";
import { writeAgenda } from "#app/domain/tasking/write-agenda.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { agendaAbstraction, agendaPriorities } from "#db/queries/tasking-agenda.ts";
import { carryActions, countCarried } from "#db/queries/tasking-carried.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import { deleteItems, insertItems, listItems, renewItems } from "#db/queries/tasking-item.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { asPlatform } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";

/**
 * Writes the standing agenda of a locked meeting, or writes it anew: carried actions, priorities and figures as they
 * are now. What people added or changed stays as it is.
 */
export const writeStandingAgenda = (
  tx: Db,
  { meetingId, group, now }: { meetingId: string; group: TaskingGroup; now: Date },
): Promise<void> =>
  // A chair may be a partner, to whom plans and figures are closed: what is taken from them here is public, or a count.
  asPlatform(tx, async () => {
    await carryActions(tx, meetingId, group.id);
    const standing = writeAgenda({
      carried: await countCarried(tx, meetingId, londonDay(now)),
      priorities: await agendaPriorities(tx, group.neighbourhoodIds, londonDay(now)),
      abstraction: await agendaAbstraction(tx, group, now),
    });
    const { added, renewed, gone } = renewedAgenda(await listItems(tx, meetingId), standing);
    await deleteItems(tx, gone);
    await renewItems(tx, meetingId, renewed);
    await insertItems(
      tx,
      added.map((item) => ({ ...item, meetingId, isStanding: true, addedAt: now })),
    );
  });

/** Brings the agenda of a meeting that is called up to date. Null where the actor has no such meeting. */
export const renewAgenda = (deps: TaskingDeps, actor: Actor, reference: string): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, { meeting, group }: HeldMeeting) => {
    const { now } = deps;
    if (!mayRecord(actor, group)) return refused("form", "Only whoever records in this group renews its agendas");
    if (meeting.state !== "called") return refused("form", "The agenda stays as it is once a meeting has begun");
    await writeStandingAgenda(tx, { meetingId: meeting.id, group, now });
    await recordAudit(tx, actor, now, {
      action: "tasking.item",
      subjectKind: "tasking-meeting",
      subjectId: meeting.id,
      details: { isRenewed: true },
    });
    return done;
  });
