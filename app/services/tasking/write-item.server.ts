import { done, refused, type Change, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import type { AgendaSection } from "#app/domain/tasking/agenda.ts";
import {
  mayChangeSection,
  problemsOfItem,
  type AddedSection,
  type WantedItem,
} from "#app/domain/tasking/item.ts";
import type { Marking } from "#app/domain/tasking/marking.ts";
import { writtenOrNull } from "#app/domain/written-or-null.ts";
import { recordAudit } from "#db/queries/audit.ts";
import {
  deleteItems,
  findItem,
  insertItems,
  listItems,
  nextPosition,
  updateItem,
} from "#db/queries/tasking-item.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";

/** An item as somebody adds it. */
export interface ItemToAdd extends WantedItem {
  section: AddedSection;
  marking: Marking;
}

/** Puts an item on the agenda of a meeting that is called or sits. Null where the actor has no such meeting. */
export const addItem = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  wanted: ItemToAdd,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Change> => {
    const stopped = whyNot(actor, held, wanted.section);
    if (stopped !== null) return stopped;
    const errors = problemsOfItem(wanted);
    if (errors.length > 0) return { ok: false, errors };
    const { section, marking } = wanted;
    const { now } = deps;
    const words = wordsOf(wanted);
    const [same] = (await listItems(tx, held.meeting.id)).filter(
      (item) => item.section === section && item.title.toLowerCase() === words.title.toLowerCase(),
    );
    // Sent twice, it stands there once.
    if (same?.brief === words.brief && same.feedbackLine === words.feedbackLine) return done;
    if (same !== undefined)
      return refused(
        "title",
        "The agenda has an item of this title: change that one, or choose another title",
      );
    await insertItems(tx, [
      {
        ...words,
        meetingId: held.meeting.id,
        section,
        marking,
        position: await nextPosition(tx, held.meeting.id, section),
        isStanding: false,
        addedBy: actor.accountId,
        addedAt: now,
      },
    ]);
    return recorded(tx, actor, now, held, { section, did: "add" });
  });

/** Changes the words of an item; a standing item keeps them from then on. */
export const changeItem = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  { id, version, marking, ...wanted }: WantedItem & { id: string; version: number; marking: Marking },
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Change | null> => {
    const item = await findItem(tx, held.meeting.id, id);
    if (item === null) return null;
    const stopped = whyNot(actor, held, item.section);
    if (stopped !== null) return stopped;
    if (item.version !== version)
      return refused("form", "Somebody else changed this item. Look at it again, then change it");
    const errors = problemsOfItem(wanted);
    if (errors.length > 0) return { ok: false, errors };
    await updateItem(tx, item, { ...wordsOf(wanted), marking });
    return recorded(tx, actor, deps.now, held, { section: item.section, did: "change" });
  });

/** Takes an item off that somebody added and of which nothing was written down. */
export const removeItem = (
  deps: TaskingDeps,
  actor: Actor,
  reference: string,
  id: string,
): Promise<Change | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Change | null> => {
    const item = await findItem(tx, held.meeting.id, id);
    if (item === null) return null;
    const stopped = whyNot(actor, held, item.section);
    if (stopped !== null) return stopped;
    if (item.isStanding) return refused("form", "The standing agenda keeps this item");
    await deleteItems(tx, [item.id]);
    if ((await findItem(tx, held.meeting.id, item.id)) !== null)
      return refused("form", "Something was written down of this item: it stays");
    return recorded(tx, actor, deps.now, held, { section: item.section, did: "remove" });
  });

const wordsOf = ({ title, brief, feedbackLine }: WantedItem) => ({
  title: title.trim(),
  brief: brief.trim(),
  feedbackLine: writtenOrNull(feedbackLine),
});

function whyNot(actor: Actor, { meeting, group }: HeldMeeting, section: AgendaSection): Refused | null {
  if (!mayChangeSection(actor, group, section))
    return refused("form", "Your role does not change this part of the agenda");
  return meeting.state === "called" || meeting.state === "open"
    ? null
    : refused("form", "The minutes of this meeting are finished, or it was cancelled");
}

async function recorded(
  tx: Db,
  actor: Actor,
  now: Date,
  { meeting }: HeldMeeting,
  details: { section: string; did: string },
): Promise<Change> {
  await recordAudit(tx, actor, now, {
    action: "tasking.item",
    subjectKind: "tasking-meeting",
    subjectId: meeting.id,
    details,
  });
  return done;
}
