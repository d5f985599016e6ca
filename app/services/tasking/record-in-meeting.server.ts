import { refused, type FieldError, type Refused } from "#app/domain/account/change.ts";
import type { Actor } from "#app/domain/actor.ts";
import { mayRecordIn } from "#app/domain/tasking/presiding.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { appendEntry, findEntryOfKey, type TaskingEntry } from "#db/queries/tasking-entry.ts";
import { findItem } from "#db/queries/tasking-item.ts";
import type { HeldMeeting } from "#db/queries/tasking-meeting.ts";
import type { Db } from "#db/types.ts";
import { changeTaskingMeeting, type TaskingDeps } from "./change-meeting.server.ts";

/** Under which number something was written down, or what is wrong with it. */
export type Recorded = { ok: true; number: number } | Refused;

/** Where something is written down, under the key that its screen made for it. */
export interface Recording {
  reference: string;
  key: string;
}

/** What is to be written down, once nothing is wrong with it. */
export type NewEntry = Omit<Parameters<typeof appendEntry>[2], "key" | "by" | "at">;

/** Whether an entry says what is sent now: what a screen sends twice is written once. */
type IsSame = (entry: TaskingEntry, tx: Db) => boolean | Promise<boolean>;

/** That an entry says just this. */
export const says =
  (
    sent: Partial<Pick<TaskingEntry, "kind" | "itemId" | "words" | "reason" | "replaces">>,
  ): ((entry: TaskingEntry) => boolean) =>
  (entry) =>
    (["kind", "itemId", "words", "reason", "replaces"] as const).every(
      (name) => sent[name] === undefined || sent[name] === entry[name],
    );

export const refusedRecord = (errors: readonly FieldError[]): Refused => ({ ok: false, errors });

export const notInSession = {
  called: "This meeting is not open yet. Open it at the door, then record",
  finished: "The minutes of this meeting are finished: nothing more is written in them",
  cancelled: "This meeting was cancelled",
} as const;

/** Why an actor cannot record in a meeting as it stands; null where they can. */
export function recordRefusal(actor: Actor, held: HeldMeeting): Refused | null {
  if (!mayRecordIn(actor, held)) return refused("form", "You may read this meeting, but not record in it");
  const { state } = held.meeting;
  return state === "open" ? null : refused("form", notInSession[state]);
}

/**
 * Writes one thing down in an open meeting, in the order in which it came: `make` does what goes with it, and gives the
 * entry or what is wrong. A key that was seen before answers as it was written then, where `isSame` says that the same is
 * sent again: a browser may keep a key in a form that it goes back to. Null where the meeting is not theirs.
 */
export const recordInMeeting = (
  deps: TaskingDeps,
  actor: Actor,
  { reference, key, isSame }: Recording & { isSame: IsSame },
  make: (tx: Db, held: HeldMeeting) => Promise<NewEntry | Refused>,
): Promise<Recorded | null> =>
  changeTaskingMeeting(deps, actor, reference, async (tx, held): Promise<Recorded> => {
    const { id } = held.meeting;
    const before = mayRecordIn(actor, held) ? await findEntryOfKey(tx, id, key) : null;
    if (before !== null)
      return (await isSame(before, tx)) ? { ok: true, number: before.number } : sentAlready(before);
    const refusal = recordRefusal(actor, held);
    if (refusal !== null) return refusal;
    const made = await make(tx, held);
    if ("ok" in made) return made;
    const number = await appendEntry(tx, id, { ...made, key, by: actor.accountId, at: deps.now });
    await recordAudit(tx, actor, deps.now, {
      action: "tasking.record",
      subjectKind: "tasking-meeting",
      subjectId: id,
      details: { group: held.group.code, meeting: held.meeting.number, kind: made.kind, number },
    });
    return { ok: true, number };
  });

const sentAlready = ({ number }: TaskingEntry) =>
  refused(
    "form",
    `This form was sent already, with other words: they are entry ${number}. What you wrote now is still here. Send it again to write it down too`,
  );

export const noSuchItem = refused("itemId", "Choose an item of this meeting’s agenda");

/** What is wrong with the item that an entry is about; null where it is one of the meeting's, or none. */
export const itemRefusal = async (
  tx: Db,
  meetingId: string,
  itemId: string | null,
): Promise<Refused | null> =>
  itemId === null || (await findItem(tx, meetingId, itemId)) !== null ? null : noSuchItem;
