import type { Actor } from "#app/domain/actor.ts";
import { mayRecord, taskingReaderOf } from "#app/domain/tasking/reading.ts";
import { renewedAgenda, type RenewedAgenda } from "#app/domain/tasking/renewed-agenda.ts";
import { writeAgenda } from "#app/domain/tasking/write-agenda.ts";
import { londonDay } from "#app/domain/team/day.ts";
import { agendaAbstraction, agendaPriorities } from "#db/queries/tasking-agenda.ts";
import { carryActions, countCarried, hasMoreToCarry } from "#db/queries/tasking-carried.ts";
import type { TaskingGroup } from "#db/queries/tasking-group.ts";
import { deleteItems, insertItems, listItems, renewItems } from "#db/queries/tasking-item.ts";
import { findTaskingMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { asPlatform, withActor } from "#db/with-actor.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";

interface Agenda {
  meetingId: string;
  group: TaskingGroup;
  now: Date;
}

/** What the standing agenda of a meeting would be now, beside what it is. Call it as the platform. */
const lookAtAgenda = async (tx: Db, { meetingId, group, now }: Agenda): Promise<RenewedAgenda> => {
  const standing = writeAgenda({
    carried: await countCarried(tx, meetingId, londonDay(now)),
    priorities: await agendaPriorities(tx, group, londonDay(now)),
    abstraction: await agendaAbstraction(tx, group, now),
  });
  return renewedAgenda(await listItems(tx, meetingId), standing);
};

const isOutOfDate = async (tx: Db, agenda: Agenda): Promise<boolean> => {
  if (await hasMoreToCarry(tx, agenda.meetingId, agenda.group.id)) return true;
  const { added, renewed, gone } = await lookAtAgenda(tx, agenda);
  return added.length + renewed.length + gone.length > 0;
};

/**
 * Writes the standing agenda of a locked meeting, or writes it anew: carried actions, priorities and figures as they
 * are now. What people added or changed stays as it is.
 */
export const writeStandingAgenda = (tx: Db, agenda: Agenda): Promise<void> =>
  // A chair may be a partner, to whom plans and figures are closed: what is taken from them here is public, or a count.
  asPlatform(tx, async () => {
    const { meetingId, group, now } = agenda;
    await carryActions(tx, meetingId, group.id);
    const { added, renewed, gone } = await lookAtAgenda(tx, agenda);
    await deleteItems(tx, gone);
    await renewItems(tx, meetingId, renewed);
    await insertItems(
      tx,
      added.map((item) => ({ ...item, meetingId, isStanding: true, addedAt: now })),
    );
  });

/**
 * Brings the agenda of a called meeting up to date when somebody who records in its group looks at it. Not an act of
 * theirs, and so none that is recorded. Once a meeting has begun its agenda stays as it is.
 */
export async function renewAgenda(deps: TaskingDeps, actor: Actor, reference: string): Promise<void> {
  // Whoever only reads, or finds it as it would be written, holds nothing that others write in.
  const isToWrite = await withActor(deps.db, actor, async (tx) => {
    const found = await findTaskingMeeting(tx, taskingReaderOf(actor), reference, londonDay(deps.now));
    if (found?.meeting.state !== "called" || !mayRecord(actor, found.group)) return false;
    const { meeting, group } = found;
    return asPlatform(tx, () => isOutOfDate(tx, { meetingId: meeting.id, group, now: deps.now }));
  });
  if (!isToWrite) return;
  await changeTaskingMeeting(deps, actor, reference, async (tx, { meeting, group }) => {
    if (mayRecord(actor, group) && meeting.state === "called")
      await writeStandingAgenda(tx, { meetingId: meeting.id, group, now: deps.now });
  });
}
